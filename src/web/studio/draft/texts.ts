import texts from '../../../../locales/zh-CN/studio/draft.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text about drafts by its key. */
export const say = sayFrom(texts)

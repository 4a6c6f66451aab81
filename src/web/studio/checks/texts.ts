import texts from '../../../../locales/zh-CN/studio/checks.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the checks by its key. */
export const say = sayFrom(texts)

import texts from '../../../../locales/zh-CN/studio/translations.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the table of translations by its key. */
export const say = sayFrom(texts)

import texts from '../../../../locales/zh-CN/office/roster.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the roster by its key. */
export const say = sayFrom(texts)

import texts from '../../../../locales/zh-CN/office/visit.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the page of a visit by its key. */
export const say = sayFrom(texts)

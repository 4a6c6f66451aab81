import texts from '../../../../locales/zh-CN/office/silent.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the silent minority by its key. */
export const say = sayFrom(texts)

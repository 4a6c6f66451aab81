import texts from '../../../../locales/zh-CN/office/today.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the day by its key. */
export const say = sayFrom(texts)

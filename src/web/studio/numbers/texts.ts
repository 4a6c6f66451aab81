import texts from '../../../../locales/zh-CN/studio/numbers.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the figures by its key. */
export const say = sayFrom(texts)

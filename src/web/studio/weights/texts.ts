import texts from '../../../../locales/zh-CN/studio/weights.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the form for weights by its key. */
export const say = sayFrom(texts)

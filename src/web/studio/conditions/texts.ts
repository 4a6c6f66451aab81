import texts from '../../../../locales/zh-CN/studio/conditions.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text about conditions by its key. */
export const say = sayFrom(texts)

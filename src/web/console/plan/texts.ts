import texts from '../../../../locales/zh-CN/office/plan.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the plans by its key. */
export const say = sayFrom(texts)

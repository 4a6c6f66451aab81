import texts from '../../../../locales/zh-CN/office/assessment.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the form by its key. */
export const say = sayFrom(texts)

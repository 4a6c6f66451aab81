import texts from '../../../../locales/zh-CN/office/household.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the household's file by its key. */
export const say = sayFrom(texts)

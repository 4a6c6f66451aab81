import texts from '../../../../locales/zh-CN/office/outside.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of referrals and tasks of other offices by its key. */
export const say = sayFrom(texts)

import texts from '../../../../locales/zh-CN/office/ledger.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of this screen by its key. */
export const say = sayFrom(texts)

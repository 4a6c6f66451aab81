import texts from '../../../../locales/zh-CN/office/consultation.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the case conferences by its key. */
export const say = sayFrom(texts)

/** The codes of a list with their words. */
export const optionsOf = <Code extends string>(list: string, codes: readonly Code[]) =>
  codes.map((value) => ({ value, label: say(`${list}.${value}`) }))

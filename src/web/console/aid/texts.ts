import texts from '../../../../locales/zh-CN/office/aid.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of urgent aid by its key. */
export const say = sayFrom(texts)

/** Words of codes, one after the other. */
export const sayAll = (group: string, codes: readonly string[]): string =>
  codes.map((code) => say(`${group}.${code}`)).join(say('comma'))

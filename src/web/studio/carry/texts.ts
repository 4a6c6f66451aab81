import texts from '../../../../locales/zh-CN/studio/carry.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the page that carries flows, by its key. */
export const say = sayFrom(texts)

export const has = (key: string): boolean => key in texts

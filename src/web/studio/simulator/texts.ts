import desk from '../../../../locales/zh-CN/desk.yaml'
import texts from '../../../../locales/zh-CN/studio/simulator.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the simulator by its key. */
export const say = sayFrom(texts)

export const has = (key: string): boolean => key in texts

/** What the desk calls a code: `grade.high`, `danger.suicide`. */
export const deskSay = sayFrom(desk)

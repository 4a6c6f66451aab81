import desk from '../../../locales/zh-CN/desk.yaml'
import { sayFrom } from '../shared/texts.ts'

/** What the desk calls a code: `grade.high`, `danger.suicide`, `indicator.inc`. */
export const deskSay = sayFrom(desk)

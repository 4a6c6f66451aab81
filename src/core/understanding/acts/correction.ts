import type { Compiled } from '../compile.ts'
import type { Knowledge } from '../knowledge.ts'
import { type Message, readWanted } from '../slots/hear-slots.ts'
import { readStated } from '../slots/stated.ts'
import type { Asked, Expects, Slots } from '../understood.ts'

/** What a correction names: the kind of value that it changes. */
const NAMED: readonly (readonly [RegExp, Expects])[] = [
  [/电话|手机|号码/u, 'phone'],
  [/身份证/u, 'id_number'],
  [/地址|住(?:在|址)|门牌|小区|路/u, 'address'],
  [/生日|出生|日期|几号|时间|礼拜|星期/u, 'date'],
  [/岁|年纪|年龄/u, 'age'],
  [/几口|口人|人口|家里.{0,4}人/u, 'household'],
  [/收入|工资|退休|养老金|低保|钱|块|房租|药费|元/u, 'money'],
]

/** The values that a correction states: of the kind it names, else of the newest answer that fits. */
export function readCorrection(
  message: Message,
  asked: Asked,
  compiled: Compiled,
  locate: Knowledge['locate'],
): Slots {
  const { text } = message.heard
  const named = NAMED.find(([pattern]) => pattern.test(text))?.[1]
  const kinds: readonly Expects[] =
    named === undefined ? (asked.answered ?? []).map((a) => a.expects) : [named]
  const stated = readStated(message.heard, asked, compiled)
  for (const expects of [...kinds, ...FALLBACK]) {
    const { options: _, ...rest } = asked
    const slots = readWanted(message, { ...rest, expects }, compiled, locate)
    if (Object.keys(slots).length > 0) return { ...stated, ...slots }
    if (named !== undefined) return stated
  }
  return stated
}

const FALLBACK: readonly Expects[] = ['money']

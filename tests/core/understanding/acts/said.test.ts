import { expect, test } from 'vitest'
import type { Expects } from '../../../../src/core/understanding/understood.ts'
import { actsOf } from '../hear.ts'
import { SAID } from './said.ts'

const lines = Object.entries(SAID).flatMap(([act, list]) => list.map((l) => [act, l] as const))

test.each(lines)('%s: 「%s」', (act, line) => {
  expect(actsOf(line, { expects: 'text' })).toContain(act)
})

const ANSWERS: readonly (readonly [Expects, string])[] = [
  ['money', '停了三个月'],
  ['yes_no', '没有别的'],
  ['household', '我要养三个人'],
  ['address', '回民小区'],
  ['open', '我重新找工作'],
  ['open', '等了半年还没批低保'],
  ['yes_no', '有,不方便走路'],
  ['open', '孩子不想上学'],
  ['date', '明天下午'],
  ['open', '我要回老家'],
  ['open', '社工来看过我'],
  ['open', '医生叫我再来一次'],
  ['open', '我眼睛看不见'],
  ['open', '我去看病没有钱'],
  ['open', '房东叫人来收房租'],
  ['open', '想找个人陪我说说话'],
]
const STEERING = ['human', 'pause', 'resume', 'back', 'skip', 'refuse', 'restart', 'erase', 'why']

test.each(ANSWERS)('an act swallows no answer to %s: 「%s」', (expects, line) => {
  expect(actsOf(line, { expects }).filter((a) => STEERING.includes(a))).toEqual([])
})

import { expect, test } from 'vitest'
import { converse, type Talk } from '../../../src/core/dialog/converse.ts'
import type { Incoming } from '../../../src/core/events/incoming.ts'
import { MINUTE } from '../../../src/core/time.ts'
import { FRESH, house, MORNING } from './shipped-house.ts'

const reply = (talk: Talk | null, incoming: Incoming, now: number) =>
  converse(house, talk, { incoming, channel: 'line', now, fresh: FRESH })

const say = (talk: Talk | null, text: string, now: number) =>
  reply(talk, { kind: 'text', text }, now)

const open = (talk: Talk | null, now: number) => reply(talk, { kind: 'opened' }, now)

const inTheMiddle = () => say(say(null, '你好', MORNING).talk, '好', MORNING).talk

test('whoever opens the chat again is welcomed, and asked the open question with its part', () => {
  const talk = inTheMiddle()
  const asked = say(talk, '重复', MORNING + MINUTE).out.at(-1)
  const again = open(talk, MORNING + MINUTE)
  expect(again.out[0]?.text).toContain('回来')
  expect(again.out.at(-1)).toEqual(asked)
  expect(asked?.text).toMatch(/（\d\/\d）/)
})

test('leafing to and fro brings no second welcome within ten minutes', () => {
  const first = open(inTheMiddle(), MORNING)
  expect(open(first.talk, MORNING + 9 * MINUTE).out).toEqual([])
  expect(open(first.talk, MORNING + 10 * MINUTE).out).not.toEqual([])
  const begun = open(null, MORNING)
  expect(open(begun.talk, MORNING + MINUTE).out).toEqual([])
})

test('a talk that rests asks whether to go on', () => {
  const rests = say(inTheMiddle(), '等会儿再说', MORNING).talk
  expect(open(rests, MORNING + MINUTE).out.at(-1)?.text).toContain('接着说吗')
})

test('while a person speaks the bot stays silent', () => {
  const by = { id: 's1', name: '张敏' }
  const talk = reply(inTheMiddle(), { kind: 'desk', desk: { act: 'took_over', by } }, MORNING).talk
  expect(open(talk, MORNING + MINUTE).out).toEqual([])
})

test('after an end without a case the talk begins anew; what was refused is asked again', () => {
  const refused = say(say(null, '你好', MORNING).talk, '不同意', MORNING)
  const ended = say(refused.talk, '不同意', MORNING).talk
  const again = open(ended, MORNING + MINUTE)
  expect(again.out.at(-1)?.options?.length).toBeGreaterThan(0)
})

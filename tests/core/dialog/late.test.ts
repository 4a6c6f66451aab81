import { expect, test } from 'vitest'
import { converse, type Talk } from '../../../src/core/dialog/converse.ts'
import { memoryIn, newSession } from '../../../src/core/dialog/rehearse/session.ts'
import { FRESH, house, MORNING } from './shipped-house.ts'

const say = (talk: Talk | null, text: string, now: number, sentAt = now) =>
  converse(house, talk, {
    incoming: { kind: 'text', text },
    channel: 'line',
    now,
    sentAt,
    fresh: FRESH,
  })

const asked = (talk: Talk) => memoryIn({ ...newSession(house, 0), talk })?.open?.step

test('a text from before the question does not answer it, and is not lost', () => {
  const consent = say(null, '你好', MORNING).talk
  const forWhom = say(consent, '好', MORNING + 60_000).talk
  const late = say(forWhom, '1', MORNING + 61_000, MORNING + 50_000)
  expect(asked(late.talk)).toBe('for_whom')
  expect(late.out[0]?.text).toContain('晚了')
  expect(asked(say(forWhom, '1', MORNING + 61_000).talk)).toBe('subject_name')
})

test('clocks that differ by two seconds make nobody late', () => {
  const consent = say(null, '你好', MORNING).talk
  expect(asked(say(consent, '好', MORNING + 1000, MORNING - 2000).talk)).toBe('for_whom')
})

test('danger and a person count whenever they come', () => {
  const { talk } = say(null, '你好', MORNING)
  const types = (text: string) =>
    say(talk, text, MORNING + 5000, MORNING - 60_000).events.map(({ type }) => type)
  expect(types('我不想活了')).toContain('crisis_raised')
  expect(types('人工')).toContain('person_asked')
})

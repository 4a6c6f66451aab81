import { expect, test } from 'vitest'
import { arrive, newSession, type Session } from '../../../src/core/dialog/rehearse/session.ts'
import { loadHouse } from '../../../src/edge/sources/house.ts'

const house = await loadHouse('310105')

const NOON = Date.parse('2026-11-20T12:00+08:00')

function say(session: Session, ...texts: readonly string[]): Session {
  let here = session
  for (const text of texts) {
    const later = { ...here, now: here.now + 4_000 }
    here = arrive(later, { kind: 'text', text })
  }
  return here
}

const dangers = (session: Session) =>
  session.events.filter(({ type }) => type === 'crisis_raised').length

test('danger typed in two halves is heard', () => {
  expect(dangers(say(newSession(house, NOON), '你好', '我不想', '活了'))).toBe(1)
})

test('danger typed in halves where a name was asked is heard', () => {
  expect(dangers(say(newSession(house, NOON), '你好', '同意', '我自己', '我不想', '活了'))).toBe(1)
})

test('answers given one after the other are no sentence in pieces', () => {
  const talk = say(newSession(house, NOON), '你好', '同意', '我自己', '王秀英', '13800138000')
  const after = say(talk, '华院居委', '对', '老伴住院，钱不够，家里没人照顾')
  expect(dangers(after)).toBe(0)
})

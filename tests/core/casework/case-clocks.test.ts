import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clocked, caseClocks } from '../../../src/core/casework/case-clocks.ts'

const row: Clocked = {
  urgency: 'normal',
  crisis: null,
  acknowledgeDue: 100,
  acknowledgedAt: null,
  contactDue: 200,
  contactedAt: null,
  tries: 0,
}

test('a clock is breached after its end, not at it', () => {
  expect(caseClocks(row, 100).breached).toBe(false)
  expect(caseClocks(row, 101).acknowledge.breached).toBe(true)
})

test('met too late stays breached, but nobody is hurried any more', () => {
  const late = caseClocks({ ...row, acknowledgedAt: 150, contactedAt: 190 }, 500)
  expect(late.acknowledge.breached).toBe(true)
  expect(late.breached).toBe(false)
})

test('two tries pause the first contact, never where it is urgent or dangerous', () => {
  const tried = { ...row, acknowledgedAt: 50, tries: 2 }
  expect(caseClocks(tried, 999)).toMatchObject({ contact: { paused: true }, breached: false })
  for (const more of [{ urgency: 'now' }, { urgency: 'same_day' }, { crisis: 'high' }] as const) {
    expect(caseClocks({ ...tried, ...more }, 999).breached).toBe(true)
  }
})

test('a met clock is never paused', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(999), (tries, now) => {
      expect(caseClocks({ ...row, tries, contactedAt: 10 }, now).contact.paused).toBe(false)
    }),
  )
})

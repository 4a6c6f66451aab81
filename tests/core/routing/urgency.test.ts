import { expect, test } from 'vitest'
import { clockClass, moreUrgent } from '../../../src/core/routing/urgency.ts'

test.each([
  ['none', 'normal', undefined, 'low'],
  ['none', 'normal', 'low', 'low'],
  ['none', 'normal', 'medium', 'medium'],
  ['none', 'normal', 'high', 'high'],
  ['none', 'normal', 'extreme', 'high'],
  ['watch', 'normal', 'low', 'low'],
  ['none', 'same_day', 'low', 'same_day'],
  ['none', 'same_day', 'extreme', 'same_day'],
  ['none', 'now', undefined, 'crisis'],
  ['high', 'normal', 'low', 'crisis'],
  ['imminent', 'normal', undefined, 'crisis'],
] as const)('tier %s, urgency %s, grade %s run on the clock %s', (tier, urgency, grade, kind) => {
  expect(clockClass({ tier, urgency, ...(grade && { grade }) })).toBe(kind)
})

test('the more urgent of two', () => {
  expect(moreUrgent('normal', 'same_day')).toBe('same_day')
  expect(moreUrgent('now', 'same_day')).toBe('now')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareInQueue,
  type Queued,
  type QueueReason,
  whyBefore,
} from '../../../src/core/routing/compare-in-queue.ts'

const row = (id: string, more: Partial<Queued> = {}): Queued => {
  return { id, crisisOpen: false, urgency: 'normal', due: 1000, points: 4, openedAt: 100, ...more }
}

/** In the order in which they must stand, with the reason why each stands before the next. */
const FIXTURE: readonly [Queued, QueueReason | undefined][] = [
  [row('crisis, breached', { crisisOpen: true, breachedAt: 5, urgency: 'now' }), 'breached'],
  [row('crisis, due sooner', { crisisOpen: true, urgency: 'now', due: 10 }), 'due'],
  [row('crisis', { crisisOpen: true, urgency: 'now', due: 20 }), 'urgency'],
  [row('crisis without a mark', { crisisOpen: true, due: 1, points: 12 }), 'crisis'],
  [row('breached for long', { breachedAt: 50, points: 0 }), 'breached'],
  [row('breached just now', { breachedAt: 90, urgency: 'now' }), 'breached'],
  [row('now', { urgency: 'now', due: 900 }), 'urgency'],
  [row('same day, due first', { urgency: 'same_day', due: 400, points: 2 }), 'due'],
  [row('same day, many points', { urgency: 'same_day', due: 500, points: 9 }), 'urgency'],
  [row('normal, due soon', { due: 600, points: 1 }), 'due'],
  [row('normal, high', { points: 8 }), 'points'],
  [row('normal, opened first', { points: 4, openedAt: 90 }), 'opened'],
  [row('normal, opened later', { points: 4 }), 'points'],
  [row('normal, low', { points: 2 }), undefined],
]
const IN_ORDER = FIXTURE.map(([queued]) => queued)

test('the queue stands in its written order, from whatever order it came', () => {
  const shuffled = fc.shuffledSubarray(IN_ORDER, { minLength: IN_ORDER.length })
  fc.assert(
    fc.property(shuffled, (rows) => {
      expect([...rows].sort(compareInQueue).map((r) => r.id)).toEqual(IN_ORDER.map((r) => r.id))
    }),
  )
})

test.each(FIXTURE.slice(0, -1).map(([queued, why], i) => [queued.id, why, i] as const))(
  '"%s" stands before the next by %s',
  (_id, why, i) => {
    const [a, b] = [IN_ORDER[i], IN_ORDER[i + 1]]
    expect(a && b && whyBefore(a, b)).toBe(why)
  },
)

test('a case without points stands after one with none', () => {
  const { points: _, ...unknown } = row('not assessed')
  expect(compareInQueue(row('zero', { points: 0 }), unknown)).toBeLessThan(0)
})

test('two different rows are never equal, and the order does not contradict itself', () => {
  const rows = fc.record(
    {
      id: fc.string({ maxLength: 2 }),
      crisisOpen: fc.boolean(),
      breachedAt: fc.nat(3),
      urgency: fc.constantFrom('now', 'same_day', 'normal' as const),
      due: fc.nat(3),
      points: fc.nat(2),
      openedAt: fc.nat(2),
    },
    { requiredKeys: ['id', 'crisisOpen', 'urgency', 'due', 'openedAt'] },
  )
  fc.assert(
    fc.property(rows, rows, rows, (a, b, c) => {
      expect(Math.sign(compareInQueue(a, b))).toBe(-Math.sign(compareInQueue(b, a)) + 0)
      if (a.id !== b.id) expect(compareInQueue(a, b)).not.toBe(0)
      if (compareInQueue(a, b) < 0 && compareInQueue(b, c) < 0) {
        expect(compareInQueue(a, c)).toBeLessThan(0)
      }
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  nextOfSeries,
  planFollowUp,
  RHYTHMS,
  rhythmName,
  seriesOf,
} from '../../../src/core/casework/follow-up.ts'
import { addDays } from '../../../src/core/time.ts'

/** Every day is a working day, so that only months are looked at. */
const EVERY_DAY = {
  holidays: new Set<string>(),
  workdays: new Set(Array.from({ length: 3_000 }, (_, at) => addDays('2026-01-01', at))),
}

const CLOCKS = {
  followUp: {
    crisis: { unit: 'day', count: 7 },
    same_day: { unit: 'day', count: 15 },
    high: RHYTHMS.month,
    medium: RHYTHMS.quarter,
    low: RHYTHMS.half_year,
  },
} as const

test('a month, a quarter or half a year, by the grade', () => {
  const due = (grade: string | null) => planFollowUp(grade, '2026-11-20', CLOCKS, EVERY_DAY)?.dueOn
  expect([due('high'), due('medium'), due('low'), due('none'), due(null)]).toEqual([
    '2026-12-20',
    '2027-02-20',
    '2027-05-20',
    undefined,
    undefined,
  ])
})

test('a series begun on 31 January comes on 28 February and on 31 March', () => {
  const first = planFollowUp('high', '2027-01-31', CLOCKS, EVERY_DAY)
  expect(first?.dueOn).toBe('2027-02-28')
  expect(first && nextOfSeries(first, '2027-02-28', EVERY_DAY).dueOn).toBe('2027-03-31')
})

test('one done long after its day does not bring another visit at once', () => {
  const series = { start: '2026-11-20', rhythm: RHYTHMS.month, nth: 1 }
  expect(nextOfSeries(series, '2027-01-18', EVERY_DAY).dueOn).toBe('2027-02-18')
})

test('the next one is always to come, at least half a rhythm away', () => {
  const days = fc.integer({ min: 0, max: 900 })
  const names = fc.constantFrom('month', 'quarter', 'half_year' as const)
  fc.assert(
    fc.property(days, days, names, fc.integer({ min: 0, max: 20 }), (start, later, name, nth) => {
      const series = { start: addDays('2026-01-01', start), rhythm: RHYTHMS[name], nth }
      const today = addDays(series.start, later)
      const next = nextOfSeries(series, today, EVERY_DAY)
      expect(next.dueOn > addDays(today, 13)).toBe(true)
      expect(seriesOf(next)).toEqual({ start: next.start, rhythm: next.rhythm, nth: next.nth })
      expect(rhythmName(next.rhythm)).toBe(name)
    }),
  )
})

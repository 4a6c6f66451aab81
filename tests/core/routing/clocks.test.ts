import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorking,
  isOpen,
  isWorkingDay,
  nextOpen,
  workingDay,
} from '../../../src/core/routing/calendar.ts'
import { CLOCKS, dueTimes, reminders, sayDue } from '../../../src/core/routing/clocks.ts'
import { addMonths, followUpDay } from '../../../src/core/routing/follow-up.ts'
import { CLOCK_CLASSES } from '../../../src/core/routing/urgency.ts'
import { atShanghai, DAY, HOUR, MINUTE, shanghai } from '../../../src/core/time.ts'
import { loadCalendar, loadClocks } from '../../../src/edge/sources/clocks.ts'

const data = join(import.meta.dirname, '../../../data')
const clocks = await loadClocks(join(data, 'clocks/default.yaml'))
const calendar = await loadCalendar(join(data, 'calendar'))
const { office } = clocks

const due = (day: string, hour: number, kind: (typeof CLOCK_CLASSES)[number], minute = 0) =>
  dueTimes(atShanghai(day, hour, minute), kind, clocks, calendar)
const reads = (instant: number) => {
  const { day, hour, minute } = shanghai(instant)
  return `${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

describe('due times', () => {
  test('a crisis runs round the clock', () => {
    const { acknowledge, first_contact, visit } = due('2026-11-21', 23, 'crisis', 50)
    expect([acknowledge, first_contact, visit].map(reads)).toEqual([
      '2026-11-22 00:05',
      '2026-11-22 00:20',
      '2026-11-22 23:50',
    ])
  })

  test('same day means today, but never sooner than two hours', () => {
    expect(reads(due('2026-11-24', 9, 'same_day').first_contact)).toBe('2026-11-24 20:00')
    expect(reads(due('2026-11-24', 19, 'same_day').first_contact)).toBe('2026-11-24 21:00')
    expect(reads(due('2026-11-24', 23, 'same_day').first_contact)).toBe('2026-11-25 01:00')
  })

  test('high: four working hours and one working day', () => {
    const { acknowledge, first_contact } = due('2026-11-24', 15, 'high')
    expect(reads(acknowledge)).toBe('2026-11-25 11:00')
    expect(reads(first_contact)).toBe('2026-11-25 15:00')
  })

  test('what comes in the evening starts in the morning', () => {
    expect(reads(due('2026-11-24', 21, 'high', 40).acknowledge)).toBe('2026-11-25 13:00')
  })

  test('what comes on Friday afternoon waits over the weekend', () => {
    expect(reads(due('2026-11-27', 16, 'high').first_contact)).toBe('2026-11-30 16:00')
  })

  test('the holiday of October is no working time, the Saturday after it is', () => {
    expect(reads(due('2026-09-30', 16, 'high').acknowledge)).toBe('2026-10-08 12:00')
    expect(reads(due('2026-10-09', 16, 'high').first_contact)).toBe('2026-10-10 16:00')
  })

  test('never in the past, and a class is never slower than the next lower one', () => {
    const times = fc.integer({ min: atShanghai('2026-01-01'), max: atShanghai('2027-12-01') })
    fc.assert(
      fc.property(times, (openedAt) => {
        const all = CLOCK_CLASSES.map((kind) => dueTimes(openedAt, kind, clocks, calendar))
        for (const clock of CLOCKS) {
          const row = all.map((one) => one[clock])
          for (const at of row) expect(at).toBeGreaterThan(openedAt)
          const [, , high = 0, medium = 0, low = 0] = row
          expect(high).toBeLessThanOrEqual(medium)
          expect(medium).toBeLessThanOrEqual(low)
        }
      }),
    )
  })

  test('who is told when a clock runs out', () => {
    expect(reminders(0, 4 * HOUR, clocks)).toEqual({
      owner: 3 * HOUR,
      street: 4 * HOUR,
      district: 6 * HOUR,
    })
  })
})

describe('working time', () => {
  const times = fc.integer({ min: atShanghai('2026-01-01'), max: atShanghai('2028-01-01') })
  const spans = fc.integer({ min: 0, max: 15 * 8 * HOUR })

  test('make-up days work, holidays and weekends do not', () => {
    expect(isWorkingDay('2026-02-14', calendar)).toBe(true)
    expect(isWorkingDay('2026-02-16', calendar)).toBe(false)
    expect(isWorkingDay('2026-11-21', calendar)).toBe(false)
    expect(isWorkingDay('2026-11-23', calendar)).toBe(true)
  })

  test('the office opens at nine and is closed at five', () => {
    const at = (hour: number, minute = 0) =>
      isOpen(atShanghai('2026-11-24', hour, minute), calendar, office)
    expect([at(8, 59), at(9), at(16, 59), at(17)]).toEqual([false, true, true, false])
  })

  test('the next opening is now or later, and open', () => {
    fc.assert(
      fc.property(times, (now) => {
        const next = nextOpen(now, calendar, office)
        expect(next).toBeGreaterThanOrEqual(now)
        expect(isOpen(next, calendar, office)).toBe(true)
      }),
    )
  })

  test('a due time lands in working time or at closing time', () => {
    fc.assert(
      fc.property(times, spans, (from, span) => {
        const at = addWorking(from, span, calendar, office)
        const { day, hour, minute } = shanghai(at)
        expect(isWorkingDay(day, calendar)).toBe(true)
        expect(hour * 60 + minute).toBeGreaterThanOrEqual(office.from)
        expect(at).toBeLessThanOrEqual(atShanghai(day) + office.to * MINUTE)
      }),
    )
  })

  test('later starts and longer spans end no sooner', () => {
    fc.assert(
      fc.property(times, times, spans, spans, (a, b, s, t) => {
        const end = addWorking(Math.min(a, b), Math.min(s, t), calendar, office)
        expect(end).toBeLessThanOrEqual(
          addWorking(Math.max(a, b), Math.max(s, t), calendar, office),
        )
      }),
    )
  })

  test('two spans one after the other are their sum', () => {
    fc.assert(
      fc.property(times, spans, spans, (from, s, t) => {
        const steps = addWorking(addWorking(from, s, calendar, office), t, calendar, office)
        expect(steps).toBe(addWorking(from, s + t, calendar, office))
      }),
    )
  })

  test('a working day is eight hours here', () => {
    expect(workingDay(office)).toBe(8 * HOUR)
  })
})

describe('the promise', () => {
  const now = atShanghai('2026-11-24', 10)
  test.each([
    [15 * MINUTE, 'now', '2026-11-24', 2],
    [5 * HOUR, 'today', '2026-11-24', 2],
    [DAY, 'tomorrow', '2026-11-25', 3],
    [6 * DAY, 'later', '2026-11-30', 1],
  ] as const)('in %i ms: %s', (ahead, kind, day, weekday) => {
    expect(sayDue(now, now + ahead)).toMatchObject({ kind, day, weekday })
  })

  test('just after midnight is tomorrow', () => {
    const late = atShanghai('2026-12-31', 22)
    expect(sayDue(late, late + 3 * HOUR)).toMatchObject({ kind: 'tomorrow', day: '2027-01-01' })
  })
})

describe('follow-ups', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-05-31', -3, '2026-02-28'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then)
  })

  test('a month end does not pull the later ones forward', () => {
    const month = { unit: 'month', count: 1 } as const
    expect([1, 2, 3].map((nth) => followUpDay('2026-01-31', month, nth, calendar))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  test('one that falls on a holiday is made on the next working day', () => {
    const quarter = { unit: 'month', count: 3 } as const
    expect(followUpDay('2026-07-01', quarter, 1, calendar)).toBe('2026-10-08')
  })

  test('the rhythm of the classes', () => {
    expect(clocks.followUp).toMatchObject({
      high: { unit: 'month', count: 1 },
      medium: { unit: 'month', count: 3 },
      low: { unit: 'month', count: 6 },
    })
  })
})

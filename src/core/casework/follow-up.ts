import type { Calendar } from '../routing/calendar.ts'
import type { Clocks, Rhythm } from '../routing/clocks.ts'
import { followUpDay } from '../routing/follow-up.ts'
import type { Day } from '../time.ts'

/** How somebody was met (回访方式). */
export const FOLLOW_UP_WAYS = ['visit', 'phone', 'online'] as const

export type FollowUpWay = (typeof FOLLOW_UP_WAYS)[number]

/** How an indicator stands beside the time before. */
export const CHANGES = ['better', 'same', 'worse'] as const

export type Change = (typeof CHANGES)[number]

/** Why a follow-up stands in the calendar: by the grade, after closing, after the one before, by a person. */
export const FOLLOW_UP_GROUNDS = ['grade', 'recheck', 'after', 'by_hand'] as const

/** Every month, every quarter, every half-year (回访频次), as the pilot in Zhongshan has it. */
export const RHYTHMS = {
  month: { unit: 'month', count: 1 },
  quarter: { unit: 'month', count: 3 },
  half_year: { unit: 'month', count: 6 },
} as const satisfies Readonly<Record<string, Rhythm>>

export type RhythmName = keyof typeof RHYTHMS

/** Where a series of follow-ups stands: counted from its start, so that month ends do not creep. */
export type Series = { readonly start: Day; readonly rhythm: Rhythm; readonly nth: number }

export type PlannedFollowUp = Series & { readonly dueOn: Day; readonly grade: string }

/** What the grade asks for (data/clocks, follow_up); null where no grade asks for any. */
export function planFollowUp(
  grade: string | null,
  today: Day,
  { followUp }: Pick<Clocks, 'followUp'>,
  calendar: Calendar,
): PlannedFollowUp | null {
  if (grade !== 'high' && grade !== 'medium' && grade !== 'low') return null
  const series = { start: today, rhythm: followUp[grade], nth: 1 }
  return { ...series, grade, dueOn: followUpDay(today, series.rhythm, 1, calendar) }
}

/**
 * The next of a series after `today`. One that was done late does not bring two visits in a row: the
 * series begins anew where the next day would be nearer than half a rhythm.
 */
export function nextOfSeries(
  series: Series,
  today: Day,
  calendar: Calendar,
): Series & { readonly dueOn: Day } {
  const { start, rhythm, nth } = series
  const next = followUpDay(start, rhythm, nth + 1, calendar)
  const soonest = halfway(today, followUpDay(today, rhythm, 1, calendar))
  if (next >= soonest) return { ...series, nth: nth + 1, dueOn: next }
  return { start: today, rhythm, nth: 1, dueOn: followUpDay(today, rhythm, 1, calendar) }
}

const halfway = (from: Day, to: Day): Day =>
  new Date((Date.parse(`${from}T00:00:00Z`) + Date.parse(`${to}T00:00:00Z`)) / 2)
    .toISOString()
    .slice(0, 10)

/** The series that a record tells of; null for one that was put there by hand. */
export function seriesOf(detail: Readonly<Record<string, unknown>>): Series | null {
  const { start, rhythm, nth } = detail
  if (typeof start !== 'string' || typeof nth !== 'number' || !isRhythm(rhythm)) return null
  return { start, rhythm, nth }
}

function isRhythm(value: unknown): value is Rhythm {
  if (typeof value !== 'object' || value === null) return false
  const { unit, count } = value as Partial<Rhythm>
  return (unit === 'day' || unit === 'month') && typeof count === 'number'
}

/** The name of a rhythm; null for one that has none. */
export function rhythmName(rhythm: Rhythm | undefined): RhythmName | null {
  const names = Object.keys(RHYTHMS) as RhythmName[]
  const isSame = (name: RhythmName) =>
    RHYTHMS[name].unit === rhythm?.unit && RHYTHMS[name].count === rhythm.count
  return names.find(isSame) ?? null
}

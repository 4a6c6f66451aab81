import { addDays, type Day } from '../time.ts'
import { type Calendar, workingDayFrom } from './calendar.ts'
import type { Rhythm } from './clocks.ts'

/**
 * The `nth` follow-up (回访) after a start, 1-based, on a working day. Counted from the start and not
 * from the one before: a household first seen on 31 January is seen on 28 February and 31 March.
 */
export function followUpDay(start: Day, rhythm: Rhythm, nth: number, calendar: Calendar): Day {
  const count = rhythm.count * nth
  const day = rhythm.unit === 'month' ? addMonths(start, count) : addDays(start, count)
  return workingDayFrom(day, calendar)
}

/** The same day of a later month, or its last day where that month is shorter. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

import { addDays, type Day } from '../../../core/time.ts'

/** The Monday of the week of this day. */
export function mondayOf(day: Day): Day {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

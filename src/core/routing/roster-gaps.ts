import { atShanghai, DAY, type Day, type Instant } from '../time.ts'
import { type Calendar, isWorkingDay } from './calendar.ts'

export type Stretch = {
  /** Null = the crisis duty of the district. */
  readonly street: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Nobody does it: the person is on leave without a stand-in. */
  readonly vacant: boolean
}

/** A day on which nobody is there: in a street on a working day, or for some hour of the crisis duty. */
export type Gap = { readonly day: Day; readonly street: string | null }

/** Where the roster (值班表) has holes. */
export function rosterGaps(
  days: readonly Day[],
  streets: readonly string[],
  shifts: readonly Stretch[],
  calendar: Calendar,
): readonly Gap[] {
  const done = shifts.filter(({ vacant }) => !vacant)
  return days.flatMap((day) => {
    const empty = streets.filter(
      (street) => !done.some((each) => each.street === street && touches(each, day)),
    )
    const gaps: Gap[] = isWorkingDay(day, calendar) ? empty.map((street) => ({ day, street })) : []
    const crisis = done.filter(({ street }) => street === null)
    return covers(crisis, atShanghai(day)) ? gaps : [...gaps, { day, street: null }]
  })
}

const touches = ({ startsAt, endsAt }: Stretch, day: Day) =>
  startsAt < atShanghai(day) + DAY && endsAt > atShanghai(day)

/** Whether the stretches leave no minute of the day open. */
function covers(stretches: readonly Stretch[], from: Instant): boolean {
  let until = from
  for (const { startsAt, endsAt } of [...stretches].sort((a, b) => a.startsAt - b.startsAt)) {
    if (startsAt > until) break
    until = Math.max(until, endsAt)
  }
  return until >= from + DAY
}

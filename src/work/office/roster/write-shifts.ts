import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { type Calendar, isWorkingDay } from '../../../core/routing/calendar.ts'
import { atShanghai, DAY, type Day, MINUTE } from '../../../core/time.ts'
import type { RosterBook } from '../../ports/roster.ts'

/** The same hours on several days. Up to an earlier hour than it begins means until the next morning. */
export type ShiftsAsk = {
  readonly street: string | null
  readonly staff: string
  /** Minutes after midnight. */
  readonly from: number
  readonly to: number
  /** Each day with the id of its shift. */
  readonly days: readonly { readonly id: string; readonly day: Day }[]
  /** Leaves out the days on which offices are closed. */
  readonly workingOnly: boolean
}

/** Writes the shifts; gives how many days they are. */
export async function writeShifts(
  book: RosterBook,
  calendar: Calendar,
  staff: Staff,
  { street, staff: person, from, to, days, workingOnly }: ShiftsAsk,
): Promise<number> {
  if (from === to) throw problem('bad_request', { field: 'to' })
  const meant = days.filter(({ day }) => !workingOnly || isWorkingDay(day, calendar))
  const shifts = meant.map(({ id, day }) => {
    const startsAt = atShanghai(day) + from * MINUTE
    const endsAt = atShanghai(day) + to * MINUTE + (to < from ? DAY : 0)
    return { id, street, staff: person, startsAt, endsAt }
  })
  if (shifts.length > 0) await book.addShifts(staff, shifts)
  return shifts.length
}

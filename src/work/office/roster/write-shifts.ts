import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { type Calendar, isWorkingDay } from '../../../core/routing/calendar.ts'
import { atShanghai, DAY, MINUTE } from '../../../core/time.ts'
import type { RosterBook, ShiftsAsk } from '../../ports/roster.ts'

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

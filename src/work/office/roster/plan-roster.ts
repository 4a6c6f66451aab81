import type { Staff } from '../../../core/people/role.ts'
import { type Calendar, isWorkingDay } from '../../../core/routing/calendar.ts'
import { rosterGaps } from '../../../core/routing/roster-gaps.ts'
import { addDays, atShanghai } from '../../../core/time.ts'
import type { PlannedRoster, RosterAsk, RosterBook } from '../../ports/roster.ts'

/** Shifts, leaves, holidays and holes of some days; `streets` are those whose holes are asked for. */
export async function planRoster(
  book: RosterBook,
  calendar: Calendar,
  staff: Staff,
  { from, days: count }: RosterAsk,
  streets: readonly string[],
): Promise<PlannedRoster> {
  const days = Array.from({ length: count }, (_, at) => addDays(from, at))
  const until = addDays(from, count)
  const [shifts, leaves, people, rules, committees] = await Promise.all([
    book.listShifts(staff, atShanghai(from), atShanghai(until)),
    book.listLeaves(staff, from, until),
    book.listPeople(staff),
    book.listRules(staff),
    book.listCommittees(staff),
  ])
  return {
    days: days.map((day) => ({ day, working: isWorkingDay(day, calendar) })),
    ...{ shifts, leaves, people, rules, committees },
    gaps: rosterGaps(days, streets, shifts, calendar),
  }
}

import type { Staff } from '../../../core/people/role.ts'
import type { RosterBook } from '../../ports/roster.ts'
import type { OfficeParts } from '../parts.ts'
import { type PlannedRoster, planRoster, type RosterAsk } from './plan-roster.ts'
import { type ShiftsAsk, writeShifts } from './write-shifts.ts'

export type Roster = Omit<
  RosterBook,
  'listShifts' | 'listLeaves' | 'listRules' | 'listCommittees' | 'addShifts'
> & {
  readonly plan: (
    staff: Staff,
    ask: RosterAsk,
    streets: readonly string[],
  ) => Promise<PlannedRoster>
  readonly writeShifts: (staff: Staff, ask: ShiftsAsk) => Promise<number>
}

/** The verbs around the roster (值班表), leave and how streets give out their cases. */
export function createRoster(book: RosterBook, { town }: Pick<OfficeParts, 'town'>): Roster {
  return {
    ...book,
    plan: (staff, ask, streets) => planRoster(book, town().calendar, staff, ask, streets),
    writeShifts: (staff, ask) => writeShifts(book, town().calendar, staff, ask),
  }
}

import type { Roster, RosterBook } from '../../ports/roster.ts'
import type { OfficeParts } from '../parts.ts'
import { planRoster } from './plan-roster.ts'
import { writeShifts } from './write-shifts.ts'

/** The verbs around the roster (值班表), leave, and how streets give out their cases. */
export function createRoster(book: RosterBook, { town }: Pick<OfficeParts, 'town'>): Roster {
  return {
    ...book,
    plan: (staff, ask, streets) => planRoster(book, town().calendar, staff, ask, streets),
    writeShifts: (staff, ask) => writeShifts(book, town().calendar, staff, ask),
  }
}

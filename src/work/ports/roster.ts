import type { Staff } from '../../core/people/role.ts'
import type { AssignWay } from '../../core/routing/assign.ts'
import type { DutyPerson, Level } from '../../core/routing/escalation.ts'
import type { Gap } from '../../core/routing/roster-gaps.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { Named } from './household-files.ts'

/** A stretch of duty; street null = the crisis duty of the district. */
export type Shift = {
  readonly id: string
  readonly street: string | null
  readonly person: Named
  /** Who does it instead, because the person is on leave. */
  readonly standIn: Named | null
  /** The person is on leave and nobody stands in. */
  readonly vacant: boolean
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export type NewShift = {
  readonly id: string
  readonly street: string | null
  readonly staff: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export type Leave = {
  readonly id: string
  readonly person: Named
  readonly from: Day
  readonly to: Day
  readonly standIn: Named | null
}

export type NewLeave = {
  readonly id: string
  readonly staff: string
  readonly from: Day
  readonly to: Day
  readonly standIn: string | null
}

/** How one street gives out its cases; version 0 = nobody has said anything yet. */
export type StreetRule = {
  readonly street: string
  readonly way: AssignWay
  readonly most: number
  readonly version: number
}

/** Who looks after a committee. */
export type CommitteeAdviser = { readonly committee: string; readonly person: Named }

/** A person with what the roster says of now. */
export type OnRoster = DutyPerson & {
  readonly name: string
  readonly load: number
  /** When the roster has this one next. */
  readonly backAt: Instant | null
}

export type Escalated = {
  readonly alert: string
  readonly raisedAt: Instant
  readonly steps: readonly {
    readonly level: Level
    readonly at: Instant
    readonly told: readonly Named[]
    /** When phones were told; null = not, or not yet. */
    readonly textedAt: Instant | null
  }[]
}

/**
 * The roster (值班表) of a district: everybody of the district reads it; leads write that of their streets, the
 * district all of it, everybody the own leave. Others' writing throws `not_allowed`.
 */
export type RosterBook = {
  readonly listShifts: (staff: Staff, from: Instant, to: Instant) => Promise<readonly Shift[]>
  /** All or none; one that is there already stays as it is. */
  readonly addShifts: (staff: Staff, shifts: readonly NewShift[]) => Promise<void>
  /** Throws `not_found`. */
  readonly dropShift: (staff: Staff, id: string) => Promise<void>
  readonly listLeaves: (staff: Staff, from: Day, to: Day) => Promise<readonly Leave[]>
  readonly addLeave: (staff: Staff, leave: NewLeave) => Promise<void>
  readonly dropLeave: (staff: Staff, id: string) => Promise<void>
  readonly listPeople: (staff: Staff) => Promise<readonly OnRoster[]>
  readonly listRules: (staff: Staff) => Promise<readonly StreetRule[]>
  /** Throws `stale` for another version than the one that was read. */
  readonly setRule: (staff: Staff, rule: StreetRule) => Promise<StreetRule>
  readonly listCommittees: (staff: Staff) => Promise<readonly CommitteeAdviser[]>
  readonly setCommittees: (
    staff: Staff,
    street: string,
    person: string,
    committees: readonly string[],
  ) => Promise<void>
  /** Number that danger is told to; null takes it away. Only one's own. */
  readonly setPhone: (staff: Staff, phone: string | null) => Promise<void>
  readonly hasPhone: (staff: Staff) => Promise<boolean>
  /** Steps of the dangers that nobody has answered for yet. */
  readonly listEscalated: (staff: Staff) => Promise<readonly Escalated[]>
}

export type RosterAsk = { readonly from: Day; readonly days: number }

/** The roster of some days with all that a lead decides by. */
export type PlannedRoster = {
  readonly days: readonly { readonly day: Day; readonly working: boolean }[]
  readonly shifts: readonly Shift[]
  readonly leaves: readonly Leave[]
  readonly gaps: readonly Gap[]
  readonly people: readonly OnRoster[]
  readonly rules: readonly StreetRule[]
  readonly committees: readonly CommitteeAdviser[]
}

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

/** The verbs around the roster. */
export type Roster = Omit<
  RosterBook,
  'listShifts' | 'listLeaves' | 'listRules' | 'listCommittees' | 'addShifts'
> & {
  /** `streets`: whose holes are asked for. */
  readonly plan: (
    staff: Staff,
    ask: RosterAsk,
    streets: readonly string[],
  ) => Promise<PlannedRoster>
  /** Gives how many shifts were written. */
  readonly writeShifts: (staff: Staff, ask: ShiftsAsk) => Promise<number>
}

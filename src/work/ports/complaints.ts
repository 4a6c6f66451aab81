import type { ComplaintResult } from '../../core/casework/complaint.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { Named } from './household-files.ts'

/** A complaint (投诉) as those who lead the street see it. */
export type Complaint = {
  readonly id: string
  readonly version: number
  readonly household: string
  readonly number: string | null
  readonly against: Named | null
  readonly source: 'chat' | 'adviser'
  /** Null after an erasure, or where the words stand in the talk. */
  readonly words: string | null
  readonly dueOn: Day
  readonly at: Instant
  readonly result: ComplaintResult | null
  readonly answer: string | null
}

/** Where complaints are kept. Row security lets only leads read, and never who is complained of. */
export type Complaints = {
  /** Anybody may bring one for a household that they see; the leads are called. Written once an id. */
  readonly bring: (staff: Staff, household: string, what: NewComplaint) => Promise<void>
  /** Open ones, the soonest due first, then what was answered lately. At most 200. */
  readonly list: (staff: Staff) => Promise<readonly Complaint[]>
  /** Throws `stale`, `not_found`. */
  readonly settle: (
    staff: Staff,
    id: string,
    version: number,
    how: { readonly result: ComplaintResult; readonly words: string },
  ) => Promise<void>
}

/** Complaints at the desk: brought by anybody, read and answered by those who lead. */
export type ComplaintRoom = Omit<Complaints, 'bring'> & {
  /** Gives the day until which the resident has an answer. */
  readonly bring: (
    staff: Staff,
    household: string,
    what: Omit<NewComplaint, 'dueOn'>,
  ) => Promise<Day>
}

export type NewComplaint = {
  readonly id: string
  readonly against: string | null
  readonly words: string
  readonly dueOn: Day
}

/** A call for one colleague about a household (铃). */
export type StaffCalls = {
  readonly call: (staff: Staff, household: string, to: string, kind: StaffCall) => Promise<void>
  /** A plan was sent off: those who lead the street may approve it, but for who wrote it. */
  readonly callApprovers: (
    staff: Staff,
    household: string,
    writers: readonly string[],
  ) => Promise<void>
}

type StaffCall = 'reminder' | 'reminder_answered' | 'plan_approved' | 'plan_returned'

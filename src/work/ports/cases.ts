import type { CaseFile, CaseStatus, Stage } from '../../core/casework/case-file.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Urgency } from '../../core/routing/urgency.ts'
import type { Instant } from '../../core/time.ts'
import type { AuditEntry } from './audit.ts'
import type { WaitingCase } from './desk.ts'

/** What the desk asks of the store. Every call sees only what this person may see. */
export type CaseStore = {
  /** Waiting and unfinished cases in queue order; at most 100. Audited. */
  readonly listQueue: (staff: Staff) => Promise<readonly WaitingCase[]>
  /** Cases that this person has. Audited. */
  readonly listMine: (staff: Staff) => Promise<readonly WaitingCase[]>
  /** Throws `not_found` for what is not there or not theirs. Audited. */
  readonly readCase: (staff: Staff, number: string) => Promise<FiledCase>
  /** The new version. Throws `already_claimed` {by}, `case_closed`, `stale`, `not_found`. */
  readonly claimCase: (staff: Staff, number: string, version: number) => Promise<number>
  /** Takes the first of the queue that nobody else is taking; null when it is empty. */
  readonly claimNext: (staff: Staff) => Promise<Claimed | null>
  readonly releaseCase: (staff: Staff, number: string, version: number) => Promise<number>
  /** The first two-way contact, which stops the clock. */
  readonly noteContact: (staff: Staff, number: string) => Promise<void>
  readonly listAlerts: (staff: Staff) => Promise<readonly Alert[]>
  readonly acknowledgeAlert: (staff: Staff, id: string) => Promise<void>
}

export type Claimed = { readonly number: string; readonly version: number }

export type FiledCase = {
  readonly row: WaitingCase
  readonly file: CaseFile
  /** The conversation it came from, whose transcript goes with the case. */
  readonly conversation: string | null
  /** Numbers of other cases with the same phone, newest first: perhaps the same household. */
  readonly samePhone: readonly string[]
}

export type Alert = {
  readonly id: string
  readonly case: string | null
  readonly conversation: string
  readonly street: string | null
  readonly tier: string
  readonly type: string
  readonly raisedAt: Instant
}

/** What the clock does to the queue. */
export type CaseClocks = {
  /** Notes for each open case when its first clock ran out; gives the numbers. Every minute. */
  readonly markBreached: (now: Instant) => Promise<readonly string[]>
}

/** What the turn engine writes of a case, inside its own transaction. Each may be repeated. */
export type CaseWrites = {
  /** `number_taken`: nothing was written; try the turn again with another number. */
  readonly openCase: (write: CaseOpening) => Promise<'opened' | 'known' | 'number_taken'>
  /** False when there is no such case. */
  readonly updateCase: (write: CaseUpdate) => Promise<boolean>
  readonly addEvent: (event: CaseEvent) => Promise<void>
  readonly raiseAlert: (alert: NewAlert) => Promise<void>
  /** Destroys the key of the household and blanks what is sealed; ids and clocks stay. */
  readonly eraseCase: (district: string, id: string, at: Instant) => Promise<void>
  readonly audit: (entries: readonly AuditEntry[]) => Promise<void>
}

export type CaseUpdate = { readonly file: CaseFile; readonly at: Instant }

export type CaseOpening = CaseUpdate & {
  readonly conversation: { readonly bucket: number; readonly id: string }
  readonly channel: string
  /** Demonstration data. */
  readonly sample?: boolean
}

export type CaseEvent = {
  readonly district: string
  readonly case: string
  readonly at: Instant
  readonly kind: string
  readonly actor: string
  /** Ids and codes only. */
  readonly detail?: Readonly<Record<string, unknown>>
  /** What somebody said or wrote; sealed. */
  readonly words?: unknown
}

export type NewAlert = {
  readonly id: string
  readonly district: string
  readonly street: string | null
  readonly case: string | null
  readonly conversation: { readonly bucket: number; readonly id: string }
  readonly tier: string
  readonly type: string
  readonly raisedAt: Instant
}

/** An open case without personal data, for operators. */
export type OpenCase = {
  readonly case: string
  readonly district: string
  readonly street: string | null
  readonly committee: string | null
  readonly queue: string
  readonly reason: string
  readonly grade: string | null
  readonly points: readonly [low: number, high: number] | null
  readonly urgency: Urgency
  readonly stage: Stage
  readonly status: CaseStatus
  readonly opened: Instant
  readonly channel: string
  readonly source: string
}

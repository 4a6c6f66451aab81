import type { Assessment } from '../../core/assessment/assess.ts'
import type { CaseFile, CaseStatus, Stage } from '../../core/casework/case-file.ts'
import type { EraseReason, Outcome } from '../../core/casework/desk-lists.ts'
import type { PlannedFollowUp } from '../../core/casework/follow-up.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Route } from '../../core/routing/route.ts'
import type { Urgency } from '../../core/routing/urgency.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { AuditEntry } from './audit.ts'
import type { Desk, FrozenAssessment, OpenedCase, Placing } from './desk.ts'

/** What the desk asks of the store. Every call sees only what this person may see. */
export type CaseStore = Pick<
  Desk,
  | 'listCases'
  | 'listAlerts'
  | 'acknowledgeAlert'
  | 'seesCase'
  | 'talkOf'
  | 'listTalks'
  | 'revealPhone'
  | 'claimCase'
  | 'unclaimCase'
  | 'releaseCase'
  | 'addNote'
  | 'noteTry'
  | 'setIndicator'
  | 'capture'
  | 'offerTransfer'
  | 'acceptTransfer'
  | 'declineTransfer'
  | 'reopenCase'
  | 'listColleagues'
  | 'setDuty'
  | 'listPhrases'
  | 'addPhrase'
  | 'dropPhrase'
  | 'listNotices'
  | 'seeNotices'
  | 'snoozeCase'
  | 'settleSuspect'
  | 'changePhrase'
> & {
  /** That somebody ordered it, with the reason, in history and audit; gives the id of the case. */
  readonly orderErasure: (
    staff: Staff,
    number: string,
    version: number,
    reason: EraseReason,
  ) => Promise<string>
  /** With the route as it was computed anew for that home. */
  readonly placeCase: (
    staff: Staff,
    number: string,
    where: Placing & { readonly route: Route },
  ) => Promise<number>
  /** Throws `not_found` for what is not there or not theirs. Audited. */
  readonly readCase: (staff: Staff, number: string) => Promise<FiledCase>
  /** Takes the first of the queue that nobody else is taking; null when it is empty. */
  readonly claimNext: (staff: Staff) => Promise<Claimed | null>
  /** The first two-way contact, which stops the clock. */
  readonly noteContact: (staff: Staff, number: string) => Promise<void>
  /** Freezes `assessment`; the row then carries its grade and points. */
  readonly fileConfirmed: (
    staff: Staff,
    number: string,
    version: number,
    confirmed: {
      readonly assessment: Assessment
      readonly note: string
      /** When somebody looks after them next (回访); null = the grade asks for none. */
      readonly followUp: PlannedFollowUp | null
    },
  ) => Promise<number>
  readonly closeCase: (
    staff: Staff,
    number: string,
    version: number,
    how: { readonly outcome: Outcome; readonly note: string; readonly recheck: Day | null },
  ) => Promise<number>
}

export type Claimed = { readonly number: string; readonly version: number }

export type FiledCase = Pick<
  OpenedCase,
  'row' | 'file' | 'household' | 'conversation' | 'events' | 'samePhone' | 'closing'
> & {
  readonly confirmed: FrozenAssessment | null
  /** When the bot's first pass was filed last. */
  readonly assessedAt: Instant | null
}

export type Alert = {
  readonly id: string
  /** Number of its case; null while there is none, or it is not to be seen. */
  readonly number: string | null
  readonly case: string | null
  readonly conversation: string
  readonly street: string | null
  readonly tier: string
  readonly type: string
  readonly raisedAt: Instant
}

/** What the turn engine writes of a case, inside its own transaction. Each may be repeated. */
export type CaseWrites = {
  /** `number_taken`: nothing was written; try the turn again with another number. */
  readonly openCase: (write: CaseOpening) => Promise<'opened' | 'known' | 'number_taken'>
  /** False when there is no such case. */
  readonly updateCase: (write: CaseUpdate) => Promise<boolean>
  readonly addEvent: (event: CaseEvent) => Promise<void>
  /** Back from 稍后; nothing when it was not put aside. */
  readonly wakeCase: (district: string, id: string) => Promise<void>
  readonly raiseAlert: (alert: NewAlert) => Promise<void>
  /** Destroys the key of the household and blanks what is sealed; ids and clocks stay. */
  readonly eraseCase: (district: string, id: string, at: Instant) => Promise<void>
  readonly audit: (entries: readonly AuditEntry[]) => Promise<void>
}

export type CaseUpdate = { readonly file: CaseFile; readonly at: Instant }

export type CaseOpening = CaseUpdate & {
  /** Null: no resident wrote, there is nobody to be answered. */
  readonly conversation: { readonly bucket: number; readonly id: string } | null
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

import type { CaseFile, CaseStatus, Stage } from '../../core/casework/case-file.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Urgency } from '../../core/routing/urgency.ts'
import type { Instant } from '../../core/time.ts'
import type { Alert } from './cases.ts'
import type { Shown } from './chat.ts'

/** One case as it stands in the queue (待领取). */
export type WaitingCase = {
  readonly number: string
  readonly version: number
  readonly status: CaseStatus
  readonly stage: Stage
  readonly street: string | null
  readonly committee: string | null
  readonly queue: string
  /** Code of the routing rule. */
  readonly reason: string
  readonly name: string | null
  readonly story: string | null
  readonly grade: string | null
  readonly points: readonly [low: number, high: number] | null
  readonly urgency: Urgency
  readonly crisis: string | null
  readonly openedAt: Instant
  readonly acknowledgeDue: Instant
  readonly contactDue: Instant
  readonly contactedAt: Instant | null
  readonly channel: string
  /** Who has it. */
  readonly claimed: { readonly id: string; readonly name: string } | null
}

/** A case with all that is known of it. Reading it is audited. */
export type OpenedCase = {
  readonly row: WaitingCase
  readonly file: CaseFile
  /** Id of the conversation it came from. */
  readonly conversation: string | null
  readonly transcript: readonly Shown[]
}

/**
 * The adviser's verbs (顾问). A case that is not there or in a foreign street throws `not_found`:
 * nobody learns that it exists.
 */
export type Desk = {
  /** Cases of one's own streets, in the one written order. */
  readonly listQueue: (staff: Staff) => Promise<readonly WaitingCase[]>
  /** Cases that this person has. */
  readonly listMine: (staff: Staff) => Promise<readonly WaitingCase[]>
  /** Dangers that nobody has answered for yet. */
  readonly listAlerts: (staff: Staff) => Promise<readonly Alert[]>
  readonly acknowledgeAlert: (staff: Staff, id: string) => Promise<void>
  readonly readCase: (staff: Staff, number: string) => Promise<OpenedCase>
  /** The new version. Throws `already_claimed` {by}, `case_closed`, `stale`. */
  readonly claimCase: (staff: Staff, number: string, version: number) => Promise<number>
  readonly releaseCase: (staff: Staff, number: string, version: number) => Promise<number>
  /** Each arrives at the resident as one turn; the same `id` twice is said once. */
  readonly takeOver: (staff: Staff, number: string, id: string) => Promise<void>
  readonly sayTo: (staff: Staff, number: string, id: string, text: string) => Promise<void>
  readonly giveBack: (staff: Staff, number: string, id: string) => Promise<void>
}

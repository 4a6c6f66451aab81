import type { Assessment } from '../../core/assessment/assess.ts'
import type { DeskDeed } from '../../core/casework/allowed-acts.ts'
import type { CaseFile, CaseStatus, Stage } from '../../core/casework/case-file.ts'
import type { Captured, Decision } from '../../core/casework/decisions.ts'
import type { DeskEvent } from '../../core/casework/desk-event.ts'
import type { NoticeKind, QueueFilter, QueueList } from '../../core/casework/desk-lists.ts'
import type { Ground } from '../../core/casework/evidence.ts'
import type { Suspect } from '../../core/casework/suspects.ts'
import type { Floor } from '../../core/casework/talk-state.ts'
import type { IndicatorCode } from '../../core/indicators.ts'
import type { Role } from '../../core/people/role.ts'
import type { Urgency } from '../../core/routing/urgency.ts'
import type { Day, Instant } from '../../core/time.ts'
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

/** The same with all that a row of the desk shows. */
export type DeskRow = WaitingCase & {
  readonly id: string
  /** Masked. */
  readonly phone: string | null
  readonly forWhom: CaseFile['forWhom']
  readonly gradeRange: readonly [low: string, high: string] | null
  readonly confirmedAt: Instant | null
  readonly crisisType: string | null
  readonly acknowledgedAt: Instant | null
  readonly breachedAt: Instant | null
  readonly claimedAt: Instant | null
  readonly source: string
  /** Step at which an unfinished request stopped. */
  readonly stoppedAt: string | null
  readonly tries: number
  /** Until when its adviser has put it aside. */
  readonly snoozedUntil: Instant | null
  readonly transfer: OpenTransfer | null
  readonly sample: boolean
}

/** A case that another street was asked to take (转出, 待接收). */
export type OpenTransfer = {
  readonly id: string
  /** Whether it is offered to a street of the person who looks. */
  readonly direction: 'in' | 'out'
  readonly fromStreet: string
  readonly fromPerson: string | null
  readonly toStreet: string
  readonly toPerson: string | null
  readonly reason: string
  readonly parts: readonly string[]
  /** Null in lists. */
  readonly note: string | null
  readonly at: Instant
}

export type QueueAsk = {
  readonly list: QueueList
  readonly street?: string
  readonly filter?: QueueFilter
  readonly q?: string
  readonly after?: string
  /** Whose cases `mine` are; absent = one's own. Row security stays that of who asks. */
  readonly owner?: string
}

export type QueueFound = {
  readonly rows: readonly DeskRow[]
  readonly next: string | null
  readonly counts: Readonly<Record<QueueFilter | 'all', number>>
  /** `late`: of those that wait, with a clock that ran out. */
  readonly lists: { readonly waiting: number; readonly mine: number; readonly late: number }
  /** When the next case that I put aside comes back. */
  readonly wakes: Instant | null
}

/** A case with all that is known of it. Reading it is audited. */
export type OpenedCase = {
  readonly row: DeskRow
  readonly file: CaseFile
  readonly household: string
  /** Id of the conversation it came from. */
  readonly conversation: string | null
  /** Empty where it does not go along with a transfer. */
  readonly transcript: readonly Shown[]
  readonly events: readonly DeskEvent[]
  readonly samePhone: readonly SamePhone[]
  readonly floor: Floor
  readonly captured: ReadonlyMap<string, Captured>
  readonly decided: ReadonlyMap<IndicatorCode, Decision>
  readonly assessed: Assessed
  readonly evidence: ReadonlyMap<IndicatorCode, readonly Ground[]>
  readonly closing: Closing | null
  readonly askable: readonly Askable[]
  readonly capturable: readonly Capturable[]
  readonly suspects: readonly Suspect[]
  /** What the words of the address say. */
  readonly supposed: Supposed
  readonly acts: readonly DeskDeed[]
}

export type SamePhone = {
  readonly number: string
  readonly status: CaseStatus
  readonly openedAt: Instant
}

/** The bot's first pass, the case as it stands, and what was frozen last. */
export type Assessed = {
  readonly firstPass: { readonly result: Assessment; readonly at: Instant } | null
  readonly now: Assessment | null
  readonly confirmed: FrozenAssessment | null
  /** Sum of all weights of the model. */
  readonly outOf: number
}

export type FrozenAssessment = {
  readonly result: Assessment
  readonly by: string
  readonly at: Instant
}

export type Closing = {
  readonly outcome: string
  readonly at: Instant
  readonly by: string | null
  readonly recheck: Day | null
}

/** An indicator that the bot can ask for, with its question. */
export type Askable = { readonly code: IndicatorCode; readonly question: string }

export type Colleague = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly streets: readonly string[]
  readonly duty: boolean
}

export type Phrase = {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Null = the owner's own. */
  readonly street: string | null
  readonly mine: boolean
}

export type Notice = {
  readonly id: string
  readonly kind: NoticeKind
  /** Empty where whom it calls may not know whose it is. */
  readonly number: string
  /** Page of the console; empty = the case. */
  readonly about: string
  readonly from: string | null
  readonly at: Instant
  readonly seen: boolean
}

/** Where a home is. */
export type Home = { readonly street: string; readonly committee?: string }

/** What an address seems to say: a place, or several to choose from, the likeliest first. */
export type Supposed = { readonly sure: boolean; readonly places: readonly Home[] }

/** A slot that words of the talk can fill (记为). */
export type Capturable = {
  readonly slot: string
  /** As the flow calls it; null = the desk's own word. */
  readonly label: string | null
  readonly kind: 'text' | 'phone' | 'number' | 'money' | 'choice' | 'choices' | 'yes_no' | 'day'
  readonly options: readonly { readonly code: string; readonly label: string | null }[]
}

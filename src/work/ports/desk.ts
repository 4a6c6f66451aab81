import type { Assessment } from '../../core/assessment/assess.ts'
import type { DeskDeed } from '../../core/casework/allowed-acts.ts'
import type { CaseFile, CaseStatus, Stage } from '../../core/casework/case-file.ts'
import type { Captured, Decision } from '../../core/casework/decisions.ts'
import type { DeskEvent } from '../../core/casework/desk-event.ts'
import type {
  ContactWay,
  DeclineReason,
  GiveBackPlace,
  Outcome,
  PlaceReason,
  QueueFilter,
  QueueList,
  ReleaseReason,
  ReopenReason,
  RevealReason,
  SnoozeReason,
  TransferPart,
  TransferReason,
} from '../../core/casework/desk-lists.ts'
import type { Ground } from '../../core/casework/evidence.ts'
import type { Suspect } from '../../core/casework/suspects.ts'
import type { Floor } from '../../core/casework/talk-state.ts'
import type { SentMedia } from '../../core/events/sent-media.ts'
import type { IndicatorCode } from '../../core/indicators.ts'
import type { Role, Staff } from '../../core/people/role.ts'
import type { Route } from '../../core/routing/route.ts'
import type { Urgency } from '../../core/routing/urgency.ts'
import type { Day, Instant } from '../../core/time.ts'
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
  readonly lists: { readonly waiting: number; readonly mine: number }
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
  readonly kind:
    | 'mention'
    | 'transfer'
    | 'declined'
    | 'accepted'
    | 'late'
    | 'quiet'
    | 'undelivered'
    | 'assigned'
    | 'offered_again'
    | 'escalated'
    | 'reminder'
    | 'reminder_answered'
    | 'reminder_late'
    | 'complaint'
  readonly number: string
  readonly from: string | null
  readonly at: Instant
  readonly seen: boolean
}

export type TransferAsk = {
  readonly street: string
  readonly person: string | null
  readonly reason: TransferReason
  readonly note: string
  readonly parts: readonly TransferPart[]
}

export type CaseAt = { readonly number: string; readonly version: number }

export type BulkDone = {
  readonly done: readonly CaseAt[]
  readonly failed: readonly { readonly number: string; readonly error: unknown }[]
}

/**
 * The adviser's verbs (顾问). A case that is not there or in a foreign street throws `not_found`:
 * nobody learns that it exists. Verbs that change a case give its new version; they throw `stale`
 * for another version than the one that was read, `already_claimed` {by}, `case_closed`,
 * `not_allowed`.
 */
export type Desk = {
  readonly listCases: (staff: Staff, ask: QueueAsk) => Promise<QueueFound>
  /** Dangers that nobody has answered for yet. */
  readonly listAlerts: (staff: Staff) => Promise<readonly Alert[]>
  readonly acknowledgeAlert: (staff: Staff, id: string) => Promise<void>
  readonly readCase: (staff: Staff, number: string) => Promise<OpenedCase>
  /** Sight of a case is asked for, nothing is read or recorded. */
  readonly seesCase: (
    staff: Staff,
    number: string,
  ) => Promise<{ readonly id: string; readonly conversation: string | null }>
  /** The conversation of a case that this person has: the only way to speak in it. */
  readonly talkOf: (
    staff: Staff,
    number: string,
  ) => Promise<{ readonly id: string; readonly conversation: string; readonly channel: string }>
  /** Conversations of the cases that this person has. */
  readonly listTalks: (
    staff: Staff,
  ) => Promise<readonly { readonly number: string; readonly conversation: string }[]>
  readonly revealPhone: (
    staff: Staff,
    number: string,
    reason: RevealReason,
  ) => Promise<string | null>

  readonly claimCase: (staff: Staff, number: string, version: number) => Promise<number>
  readonly claimCases: (staff: Staff, cases: readonly CaseAt[]) => Promise<BulkDone>
  readonly unclaimCase: (staff: Staff, number: string, version: number) => Promise<number>
  readonly releaseCase: (
    staff: Staff,
    number: string,
    version: number,
    why?: { readonly reason: ReleaseReason; readonly note: string },
  ) => Promise<number>

  /** Each arrives at the resident as one turn; the same `id` twice is said once. */
  readonly takeOver: (staff: Staff, number: string, id: string) => Promise<void>
  readonly sayTo: (
    staff: Staff,
    number: string,
    id: string,
    text: string,
    /** Newest message the adviser has seen: `stale` when the resident wrote since. */
    seen?: number,
    /** Files that go with it; the first kind with the words, each other kind on its own. */
    sent?: readonly Sent[],
  ) => Promise<void>
  readonly giveBack: (
    staff: Staff,
    number: string,
    id: string,
    place?: { readonly at: GiveBackPlace; readonly questions: readonly IndicatorCode[] },
  ) => Promise<void>
  readonly capture: (staff: Staff, number: string, what: Capturing) => Promise<number>

  readonly addNote: (
    staff: Staff,
    number: string,
    note: { readonly text: string; readonly mentions: readonly string[] },
  ) => Promise<number>
  readonly noteTry: (
    staff: Staff,
    number: string,
    tried: { readonly how: ContactWay; readonly reached: boolean; readonly note: string },
  ) => Promise<number>
  readonly setIndicator: (
    staff: Staff,
    number: string,
    set: {
      readonly code: IndicatorCode
      readonly value: boolean | null
      readonly reason: string
    },
  ) => Promise<number>
  /** Freezes the assessment as it stands, with its model. */
  readonly confirmAssessment: (
    staff: Staff,
    number: string,
    version: number,
    note: string,
  ) => Promise<number>

  readonly offerTransfer: (
    staff: Staff,
    number: string,
    version: number,
    ask: TransferAsk,
  ) => Promise<number>
  readonly offerTransfers: (
    staff: Staff,
    cases: readonly CaseAt[],
    ask: TransferAsk,
  ) => Promise<BulkDone>
  readonly acceptTransfer: (staff: Staff, number: string, version: number) => Promise<number>
  readonly declineTransfer: (
    staff: Staff,
    number: string,
    version: number,
    why: { readonly reason: DeclineReason; readonly note: string },
  ) => Promise<number>

  /** Where the home is, as a person found out. `not_allowed`: out of a street into one that is not one's own. */
  readonly placeCase: (
    staff: Staff,
    number: string,
    where: Placing,
  ) => Promise<{ readonly version: number; readonly route: Route }>
  /** The same, only thought: where the case would go, and why. */
  readonly routeTo: (staff: Staff, number: string, home: Home) => Promise<Route>
  readonly closeCase: (
    staff: Staff,
    number: string,
    version: number,
    how: {
      readonly outcome: Outcome
      /** The outcome as the resident reads it; null = is not told. */
      readonly told: string | null
      readonly note: string
      readonly recheck: Day | null
    },
  ) => Promise<number>
  readonly reopenCase: (
    staff: Staff,
    number: string,
    version: number,
    why: { readonly reason: ReopenReason; readonly note: string },
  ) => Promise<number>

  /** Puts one's own case aside until then (稍后); null takes it back. Clocks go on. */
  readonly snoozeCase: (
    staff: Staff,
    number: string,
    version: number,
    how: {
      readonly until: Instant | null
      readonly reason: SnoozeReason
      readonly note: string
    },
  ) => Promise<number>
  /** Whether a guess of the house is so (疑似). A need that is confirmed is decided so. */
  readonly settleSuspect: (
    staff: Staff,
    number: string,
    how: { readonly seq: number; readonly confirmed: boolean; readonly reason: string },
  ) => Promise<number>

  readonly listColleagues: (staff: Staff) => Promise<readonly Colleague[]>
  readonly setDuty: (staff: Staff, on: boolean) => Promise<void>
  readonly listPhrases: (staff: Staff) => Promise<readonly Phrase[]>
  readonly addPhrase: (
    staff: Staff,
    phrase: { readonly title: string; readonly text: string; readonly street: string | null },
  ) => Promise<Phrase>
  readonly changePhrase: (
    staff: Staff,
    id: string,
    words: { readonly title: string; readonly text: string },
  ) => Promise<Phrase>
  readonly dropPhrase: (staff: Staff, id: string) => Promise<void>
  readonly listNotices: (staff: Staff) => Promise<readonly Notice[]>
  readonly seeNotices: (staff: Staff) => Promise<void>
}

/** Files of one kind, with a word for clients that show none. */
export type Sent = SentMedia & { readonly words: string }

/** Where a home is. */
export type Home = { readonly street: string; readonly committee?: string }

export type Placing = Home & {
  readonly version?: number
  readonly reason: PlaceReason
  readonly note: string
}

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

export type Capturing = {
  readonly slot: string
  readonly value: unknown
  readonly message: number
  readonly quote: string
}

import type {
  ContactWay,
  DeclineReason,
  EraseReason,
  GiveBackPlace,
  Outcome,
  PlaceReason,
  ReleaseReason,
  ReopenReason,
  RevealReason,
  SnoozeReason,
  TransferPart,
  TransferReason,
} from '../../core/casework/desk-lists.ts'
import type { SentMedia } from '../../core/events/sent-media.ts'
import type { IndicatorCode } from '../../core/indicators.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Route } from '../../core/routing/route.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { Alert } from './cases.ts'
import type {
  Colleague,
  Home,
  Notice,
  OpenedCase,
  Phrase,
  QueueAsk,
  QueueFound,
} from './desk-views.ts'

export type {
  Askable,
  Assessed,
  Capturable,
  Closing,
  Colleague,
  DeskRow,
  FrozenAssessment,
  Home,
  Notice,
  OpenedCase,
  OpenTransfer,
  Phrase,
  QueueAsk,
  QueueFound,
  SamePhone,
  Supposed,
  WaitingCase,
} from './desk-views.ts'

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
  /** Of whom no talk holds a withdrawal: everything sealed about the person is destroyed, for ever. */
  readonly eraseCase: (
    staff: Staff,
    number: string,
    version: number,
    reason: EraseReason,
  ) => Promise<void>
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

export type Placing = Home & {
  readonly version?: number
  readonly reason: PlaceReason
  readonly note: string
}

export type Capturing = {
  readonly slot: string
  readonly value: unknown
  readonly message: number
  readonly quote: string
}

import type {
  ConsentWay,
  Department,
  Given,
  GivenPart,
  Partner,
  ReturnReason,
} from '../../core/casework/referral.ts'
import type { SubtaskResult } from '../../core/casework/subtask.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day } from '../../core/time.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'

/** Households that are handed to partners (转介), and what other offices are asked for (协办). */
export type Referrals = {
  /** Partners for this household, those that help with its needs first. */
  readonly partners: (staff: Staff, household: string) => Promise<readonly Partner[]>
  /** Offices of the joint help, by the book. */
  readonly departments: () => readonly Department[]
  /** Exactly what would go along. */
  readonly preview: (staff: Staff, household: string, parts: readonly GivenPart[]) => Promise<Given>
  readonly send: (staff: Staff, household: string, referral: NewReferral) => Promise<WithLink>
  readonly ofHousehold: (staff: Staff, household: string) => Promise<readonly OutsideLine[]>
  /** Those that are open, soonest due first. */
  readonly list: (staff: Staff, street?: string) => Promise<readonly OutsideLine[]>
  /** A new link; the one before ends. */
  readonly link: (staff: Staff, at: OutsideAt) => Promise<WithLink>
  readonly withdraw: (staff: Staff, at: OutsideAt, why: string) => Promise<OutsideLine>
  /** What a link opens. Throws `not_found`. */
  readonly readLink: (token: string) => Promise<LinkView>
  /** Answer of who holds the link. Throws `not_found`, `stale`, `bad_request`. */
  readonly answerLink: (token: string, version: number, answer: LinkSays) => Promise<LinkView>
}

/** Tasks of other offices; a case does not close while one is open. */
export type Subtasks = {
  readonly send: (staff: Staff, household: string, task: NewSubtask) => Promise<WithLink>
  /** What the office answered, as it was told on the phone or on paper. */
  readonly answer: (staff: Staff, at: OutsideAt, answer: SubtaskAnswer) => Promise<OutsideLine>
}

type OutsideAt = {
  readonly household: string
  readonly id: string
  readonly version: number
}

export type NewReferral = {
  readonly id: string
  readonly partner: string
  /** What it is asked for, in words; goes along. */
  readonly ask: string
  readonly parts: readonly GivenPart[]
  /** `words`: who agreed and to what; for an emergency the reason. */
  readonly consent: { readonly way: ConsentWay; readonly words: string }
}

export type NewSubtask = {
  readonly id: string
  /** Number of the case that waits for it. */
  readonly case: string
  readonly department: string
  readonly ask: string
  readonly parts: readonly GivenPart[]
  /** Null = as long as the office is given by the book. */
  readonly dueOn: Day | null
}

type SubtaskAnswer = { readonly result: SubtaskResult; readonly words: string }

/** What the holder of a link says. `amount` in fen: what the partner gave. */
export type LinkSays =
  | { readonly act: 'accept' }
  | { readonly act: 'done'; readonly words: string; readonly amount: number | null }
  | { readonly act: 'return'; readonly reason: ReturnReason; readonly words: string }

/** A referral or a task with the household it is about. */
export type OutsideLine = {
  readonly record: FileRecord
  readonly head: HouseholdHead
  /** Name of the partner or the office. */
  readonly to: string
  readonly late: boolean
}

export type WithLink = { readonly line: OutsideLine; readonly token: string }

/** What is shown to who holds a link: what was given along, and nothing else. */
export type LinkView = {
  readonly kind: 'referral' | 'subtask'
  readonly version: number
  readonly state: string
  readonly to: string
  readonly ask: string
  readonly given: Given
  readonly dueOn: Day | null
}

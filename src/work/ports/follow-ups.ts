import type { Change, FollowUpWay, RhythmName, Series } from '../../core/casework/follow-up.ts'
import type { IndicatorCode } from '../../core/indicators.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'

/** Visits and calls that are due (回访). */
export type FollowUps = {
  /** Open ones: who said "worse" first, then the longest overdue. At most 500. */
  readonly list: (staff: Staff, ask: FollowUpsAsk) => Promise<readonly FollowUpLine[]>
  readonly ofHousehold: (staff: Staff, household: string) => Promise<readonly FollowUpLine[]>
  /** One with what its form needs. */
  readonly openOne: (staff: Staff, household: string, id: string) => Promise<OpenedFollowUp>
  readonly add: (staff: Staff, household: string, what: AddedFollowUp) => Promise<FollowUpLine>
  /** Another day, and from then on another rhythm where one is named. */
  readonly move: (staff: Staff, at: FollowUpAt, to: MovedFollowUp) => Promise<FollowUpLine>
  readonly finish: (staff: Staff, at: FollowUpAt, what: DoneFollowUp) => Promise<FinishedFollowUp>
  /** Nobody was met (missed), or it is not wanted any more (dropped). */
  readonly leave: (staff: Staff, at: FollowUpAt, why: LeftFollowUp) => Promise<FollowUpLine>
}

export type FollowUpsAsk = {
  readonly until?: Day
  readonly street?: string
  readonly mine?: boolean
}

export type FollowUpAt = {
  readonly household: string
  readonly id: string
  readonly version: number
}

export type FollowUpLine = { readonly record: FileRecord; readonly head: HouseholdHead }

export type OpenedFollowUp = FollowUpLine & {
  readonly series: Series | null
  /** The day of the next one if this one is done today. */
  readonly next: Day | null
  /** The last one that was done. */
  readonly last: FileRecord | null
  /** What the resident answered to the bot before the visit. */
  readonly answer: { readonly how: string; readonly words: string; readonly at: Instant } | null
  /** Goals of the plan in force. */
  readonly goals: readonly string[]
}

type AddedFollowUp = {
  readonly id: string
  readonly dueOn: Day
  readonly rhythm: RhythmName | null
  readonly reason: string
}

export type MovedFollowUp = {
  readonly dueOn: Day
  readonly rhythm: RhythmName | null
  readonly reason: string
}

export type DoneFollowUp = {
  readonly how: FollowUpWay
  readonly day: Day
  readonly met: string
  readonly changes: Partial<Record<IndicatorCode, Change>>
  readonly goals: readonly { readonly goal: string; readonly progress: number }[]
  readonly words: string
  readonly needs: readonly { readonly id: string; readonly text: string }[]
  /** The service record that tells of the visit. */
  readonly service: string
  /** Null = none any more, with the reason. */
  readonly next: { readonly id: string; readonly dueOn: Day } | null
  readonly reason: string
}

type FinishedFollowUp = FollowUpLine & {
  readonly next: FileRecord | null
  /** Indicators that are worse: a re-assessment is offered. */
  readonly worse: readonly IndicatorCode[]
}

export type LeftFollowUp = {
  readonly state: 'missed' | 'dropped'
  readonly reason: string
  /** When somebody tries again. */
  readonly next: { readonly id: string; readonly dueOn: Day } | null
}

import type { Staff } from '../../core/people/role.ts'
import type { Day } from '../../core/time.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'

/** Looking at service and follow-up records (服务督导). Nobody looks at what they wrote themselves. */
export type Supervision = {
  /** Draws from these days; the same id again draws the same. Throws `not_allowed` for advisers. */
  readonly draw: (staff: Staff, sample: Sample) => Promise<readonly CheckLine[]>
  /** Drawn in these days, newest first. Advisers see only what concerns records of their own. */
  readonly list: (staff: Staff, ask: ChecksAsk) => Promise<readonly CheckLine[]>
  /** Passed or returned, with a score and a comment. Throws `same_person`, `stale`. */
  readonly judge: (staff: Staff, at: CheckAt, verdict: Verdict) => Promise<CheckLine>
  /** The author answers, and may reword the record; its earlier words stay in the file. */
  readonly correct: (staff: Staff, at: CheckAt, what: Correction) => Promise<CheckLine>
}

export type Sample = {
  /** Seed and name of the sample. */
  readonly id: string
  readonly from: Day
  readonly to: Day
  readonly street?: string
  readonly percent: number
  readonly least: number
}

type ChecksAsk = { readonly from: Day; readonly to: Day; readonly street?: string }

export type CheckAt = { readonly household: string; readonly id: string; readonly version: number }

export type Verdict = {
  readonly pass: boolean
  readonly score: number
  readonly comment: string
  /** Until when the author corrects it; null = three working days from now. */
  readonly dueOn: Day | null
}

export type Correction = { readonly answer: string; readonly words: string | null }

export type CheckLine = {
  readonly check: FileRecord
  readonly head: HouseholdHead
  /** What is looked at, as it stands now; null = not to be seen any more. */
  readonly record: FileRecord | null
  readonly author: string
}

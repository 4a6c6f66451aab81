import type { AssessmentStep } from '../../core/casework/assessment-course.ts'
import type { Benefit, Ledger } from '../../core/casework/benefit-ledger.ts'
import type { NeedLine } from '../../core/casework/needs-list.ts'
import type { Staff } from '../../core/people/role.ts'
import type { SilentHousehold } from './household-deeds.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'

/** What a file says when its records and its requests are read together. */
export type FileReadings = {
  /** Needs list (需求清单). */
  readonly needs: (staff: Staff, household: string) => Promise<readonly NeedLine[]>
  /** Assessments over time, oldest first. */
  readonly course: (staff: Staff, household: string) => Promise<readonly AssessmentStep[]>
  /** Whom the office has lost sight of (沉默的少数). */
  readonly silent: (staff: Staff) => Promise<readonly SilentLine[]>
  /** Help of all departments (受助汇总). */
  readonly ledger: (staff: Staff, household: string) => Promise<ReadLedger>
}

type SilentLine = Omit<SilentHousehold, 'household'> & { readonly head: HouseholdHead }

export type BenefitLine = Benefit & { readonly version: number; readonly note: string | null }

export type ReadLedger = {
  readonly lines: readonly BenefitLine[]
  /** How many lines were struck out. */
  readonly struck: number
  readonly ledger: Ledger
  readonly services: readonly FileRecord[]
}

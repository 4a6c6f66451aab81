import type { AssessmentStep } from '../../core/casework/assessment-course.ts'
import type { KnownAnswer, KnownDecision } from '../../core/casework/assessment-form.ts'
import type { ReassessReason } from '../../core/casework/reasons-to-reassess.ts'
import type { Yardstick } from '../../core/casework/reassess.ts'
import type { ServiceResult } from '../../core/casework/service-lists.ts'
import type { IndicatorCode } from '../../core/indicators.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day } from '../../core/time.ts'
import type { Capturable } from './desk.ts'
import type { HouseholdHead } from './household-files.ts'
import type { Photo } from './services.ts'

/** The questions of the bot as a form (评估表), at the desk and at a visit. */
export type Assessments = {
  readonly openForm: (staff: Staff, household: string) => Promise<OpenedForm>
  /**
   * Confirms what was filled in: the open case that this person has, else a re-assessment of its own in the
   * file. Throws `stale` {field: 'answers'} when somebody changed the answers meanwhile.
   */
  readonly confirm: (staff: Staff, household: string, form: FilledForm) => Promise<Confirmed>
  /** A visit with what was found: sent again with the same ids, it is written once. */
  readonly visit: (staff: Staff, household: string, visit: Visit) => Promise<VisitKept>
}

export type FormQuestion = Omit<Capturable, 'kind'> & {
  readonly kind: Capturable['kind']
  /** As the bot asks it; null = only an adviser asks this. */
  readonly question: string | null
}

export type OpenedForm = {
  readonly head: HouseholdHead
  /** What the answers stand on: goes back with the form. */
  readonly basis: string
  /** The open case that is confirmed by this form; null = a re-assessment of its own. */
  readonly number: string | null
  readonly day: Day
  readonly yardstick: Yardstick
  readonly questions: readonly FormQuestion[]
  readonly answers: readonly KnownAnswer[]
  readonly decided: readonly KnownDecision[]
  readonly firstPass: AssessmentStep | null
  /** The newest that a person confirmed or made. */
  readonly confirmed: AssessmentStep | null
  readonly reasons: readonly ReassessReason[]
}

export type FilledForm = {
  readonly id: string
  readonly basis: string
  /** Only what was changed. */
  readonly answers: readonly {
    readonly slot: string
    readonly value: unknown
    readonly reason: string
  }[]
  readonly decided: readonly {
    readonly code: IndicatorCode
    readonly value: boolean | null
    readonly reason: string
  }[]
  readonly note: string
}

export type Confirmed = {
  readonly kind: 'confirmed' | 'again'
  readonly number: string | null
  readonly points: readonly [low: number, high: number]
  readonly grade: string | null
}

export type Visit = {
  /** Id of the service record. */
  readonly id: string
  readonly day: Day
  readonly minutes: number | null
  readonly result: ServiceResult
  /** Who was met, in words. */
  readonly met: string
  readonly words: string
  readonly photos: readonly Photo[]
  readonly form: FilledForm | null
}

export type VisitKept = { readonly service: string; readonly assessment: Confirmed | null }

import type { ProposedPlan } from '../../core/casework/draft-plan.ts'
import type { Agreed, AgreedBy, Plan } from '../../core/casework/plan.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { FileRecord, HouseholdHead, Named } from './household-files.ts'

/** From what a plan is proposed: the household's needs, a template, or the plan in force. */
export type PlanFrom =
  | { readonly from: 'needs' }
  | { readonly from: 'template'; readonly template: string }
  | { readonly from: PlanFollows }

/** A new wording of the plan in force, or its second phase (第二阶段). */
export type PlanFollows = 'revision' | 'next_phase'

export type Proposed = {
  readonly plan: ProposedPlan
  /** Code of the rule that chose the kind of service; null = none applied. */
  readonly rule: string | null
}

export type PlanStep = 'submit' | 'return' | 'approve' | 'finish' | 'drop'

export type MeasureStep = 'start' | 'done' | 'missed' | 'drop' | 'again'

/** A plan as it stands. */
export type PlanLine = {
  readonly record: FileRecord
  readonly plan: Plan | null
  readonly phase: number
  readonly follows: { readonly id: string; readonly how: PlanFollows } | null
  readonly writers: readonly string[]
  readonly submittedBy: string | null
  readonly approvedBy: string | null
  readonly approvedOn: Day | null
  /** Why it was sent back to its author. */
  readonly remark: string
  /** Ids of goals that are met. */
  readonly met: readonly string[]
  readonly agreement: Agreement | null
  /** The bot was to ask the household: for which case, by whom, on which day. */
  readonly asked: { readonly case: string; readonly by: string; readonly on: Day } | null
}

export type Agreement = {
  readonly answer: Agreed
  readonly by: AgreedBy
  readonly on: Day
  /** Who noted it. */
  readonly staff: string
  readonly words: string
}

export type MeasureLine = {
  readonly record: FileRecord
  readonly words: string
  readonly who: string
  /** Conference whose conclusion it is (会诊). */
  readonly consultation: string | null
  /** How often it was done. */
  readonly times: number
  readonly notes: readonly MeasureNote[]
}

export type MeasureNote = { readonly on: Day; readonly by: Named; readonly words: string }

type HouseholdPlans = {
  /** Newest first. */
  readonly plans: readonly PlanLine[]
  readonly measures: readonly MeasureLine[]
  readonly templates: readonly { readonly id: string; readonly title: string }[]
}

type PastPlan = {
  readonly version: number
  readonly state: string
  readonly by: Named
  readonly at: Instant
  readonly plan: Plan | null
}

export type PlansAcross = {
  readonly plans: readonly { readonly line: PlanLine; readonly head: HouseholdHead }[]
  readonly measures: readonly { readonly line: MeasureLine; readonly head: HouseholdHead }[]
}

/** `id`: of the line in the needs list (需求清单), should the need have none yet. */
export type GoalMet = { readonly goal: string; readonly met: boolean; readonly id: string }

export type PlanToSave = {
  readonly id: string
  /** Null = new. */
  readonly version: number | null
  readonly plan: Plan
  readonly follows: PlanFollows | null
}

/**
 * Plans of households (一户一方案). Everybody sees those of own streets. What changes a plan throws `stale` for
 * another version than the one that was read.
 */
export type Plans = {
  readonly ofHousehold: (staff: Staff, household: string) => Promise<HouseholdPlans>
  /** Only thought: nothing is kept. Throws `not_found` without such a template or a plan in force. */
  readonly propose: (staff: Staff, household: string, from: PlanFrom) => Promise<Proposed>
  /** A draft. Throws `stale` once it was sent off, `bad_request` for parts that do not belong together. */
  readonly save: (staff: Staff, household: string, plan: PlanToSave) => Promise<PlanLine>
  /**
   * Approving puts it in force with its measures, and ends the plan before. Throws `not_allowed` when an adviser
   * approves, `same_person` when who wrote it does.
   */
  readonly step: (
    staff: Staff,
    household: string,
    id: string,
    version: number,
    how: { readonly step: PlanStep; readonly remark: string },
  ) => Promise<PlanLine>
  readonly agree: (
    staff: Staff,
    household: string,
    id: string,
    version: number,
    how: Pick<Agreement, 'answer' | 'by' | 'words'>,
  ) => Promise<PlanLine>
  /**
   * The bot tells the plan in these words and asks about it. Throws `open_talk`, `no_talk`, `no_flow`.
   */
  readonly ask: (
    staff: Staff,
    household: string,
    id: string,
    version: number,
    words: string,
  ) => Promise<PlanLine>
  /** A goal of the plan in force is met, or is not after all; its need with it. */
  readonly meet: (
    staff: Staff,
    household: string,
    id: string,
    version: number,
    how: GoalMet,
  ) => Promise<PlanLine>
  readonly stepMeasure: (
    staff: Staff,
    household: string,
    id: string,
    version: number,
    how: { readonly step: MeasureStep; readonly words: string },
  ) => Promise<MeasureLine>
  readonly past: (staff: Staff, household: string, id: string) => Promise<readonly PastPlan[]>
  /** What waits for approval, plans to be looked at again, measures that are due within a week. */
  readonly across: (staff: Staff) => Promise<PlansAcross>
}

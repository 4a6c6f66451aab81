import type { Condition } from '../conditions/parse.ts'
import type { Day } from '../time.ts'
import type { HelpAim, HelpKind } from './benefit-ledger.ts'
import type { MeasureRhythm, MeasureSource, NeedCode, PlanTier } from './plan.ts'

/** After how long something is due: working days (`5wd`), days (`10d`) or months (`1mo`). */
export type After = { readonly unit: 'working_day' | 'day' | 'month'; readonly count: number }

/** A measure as the office keeps it ready; days are counted when it is put into a plan. */
export type ReadyMeasure = {
  readonly words: string
  readonly source: MeasureSource
  readonly kind: HelpKind
  readonly aim: HelpAim
  readonly who: string
  readonly after: After
  readonly every: MeasureRhythm
  /** How long a series goes on; absent = until somebody ends it. */
  readonly lasts?: After
}

export type ReadyGoal = {
  readonly need: NeedCode | null
  readonly words: string
  readonly measures: readonly ReadyMeasure[]
}

/** Measures for a kind of household (套用流程). */
type PlanTemplate = {
  readonly id: string
  readonly title: string
  /** Needs whose households it is offered to first. */
  readonly fits: readonly NeedCode[]
  readonly goals: readonly ReadyGoal[]
}

/** In which of the four kinds of service a household belongs; the first rule that holds decides. */
type TierRule = { readonly id: string; readonly tier: PlanTier; readonly when: Condition }

/** All that the office keeps ready for plans: data/plans. */
export type PlanBook = {
  /** Since when these rules hold. */
  readonly since: Day
  readonly tiers: readonly TierRule[]
  /** Tier of a household to which no rule applies. */
  readonly otherwise: PlanTier
  /** By need. */
  readonly goals: ReadonlyMap<NeedCode, ReadyGoal>
  readonly templates: readonly PlanTemplate[]
  /** When a new plan is looked at again, by tier. */
  readonly review: Readonly<Record<PlanTier, After>>
}

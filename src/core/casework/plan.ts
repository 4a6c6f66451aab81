import type { Day } from '../time.ts'
import type { HelpAim, HelpKind } from './benefit-ledger.ts'

/** The four kinds of service (分层): 一般预防 · 托底保障 · 支持发展 · 紧急保护, in that order. */
export const TIERS = ['prevention', 'safety_net', 'development', 'protection'] as const

export type PlanTier = (typeof TIERS)[number]

/** Where help comes from: 政策 · 资源 · 项目 · own strength or the adviser's own work (自办). */
export const MEASURE_SOURCES = ['policy', 'resource', 'project', 'own'] as const

export type MeasureSource = (typeof MEASURE_SOURCES)[number]

/** How often something is done. */
export const RHYTHMS = ['once', 'weekly', 'biweekly', 'monthly', 'quarterly'] as const

export type MeasureRhythm = (typeof RHYTHMS)[number]

/** What a plan can answer to: the ten indicators, distress, and needs heard beside them. */
export type NeedCode = string

export type Goal = {
  /** Of this plan and the plans that follow it. */
  readonly id: string
  readonly words: string
  /** Need that it answers to; null = none of the list. */
  readonly need: NeedCode | null
}

export type Measure = {
  /** UUID; the same as the id of its record once the plan is in force. */
  readonly id: string
  /** Goal it serves; null = not said. */
  readonly goal: string | null
  readonly words: string
  readonly source: MeasureSource
  readonly kind: HelpKind
  readonly aim: HelpAim
  /** Office, organisation or person who does it, as people call them (谁来办). */
  readonly who: string
  /** Colleague who sees to it: the adviser, or the social worker of a partner. */
  readonly owner: string | null
  readonly dueOn: Day | null
  readonly every: MeasureRhythm
  /** Last day of what comes again; null = until somebody ends it. */
  readonly until: Day | null
}

/** What is written in a plan of a household (一户一方案). Personal: sealed at rest. */
export type Plan = {
  readonly tier: PlanTier
  /** Needs that the household has, as they were known when this was drafted. */
  readonly needs: readonly NeedCode[]
  readonly goals: readonly Goal[]
  readonly measures: readonly Measure[]
  /** When the plan is looked at again (复核日). */
  readonly reviewOn: Day | null
  readonly note: string
}

/** How the household answered when the plan was told (居民知情). */
export const AGREED = ['yes', 'no', 'wants_change'] as const

export type Agreed = (typeof AGREED)[number]

/** Where that was: face to face (已当面说明), by phone, or in the chat. */
export const AGREED_BY = ['in_person', 'phone', 'chat'] as const

export type AgreedBy = (typeof AGREED_BY)[number]

import type { FactTypes } from '../conditions/fact-types.ts'
import { judge } from '../conditions/judge.ts'
import type { PlanTier } from './plan.ts'
import type { PlanBook } from './plan-book.ts'

/** What the rules of data/plans/tiers.yaml may ask about. */
export const TIER_FACTS = {
  /** Danger to somebody that was heard, or that a person reported. */
  crisis: { type: 'boolean' },
  urgency: { type: 'choice', of: ['now', 'same_day', 'normal'] },
  grade: { type: 'choice', of: ['none', 'low', 'medium', 'high'] },
  extreme: { type: 'boolean' },
  /** Somebody in the household can work. */
  can_work: { type: 'boolean' },
  /** A child lives in the household. */
  child: { type: 'boolean' },
} as const satisfies FactTypes

/** A missing fact is unknown, and no rule is decided by it. */
export type TierFacts = {
  readonly crisis?: boolean
  readonly urgency?: string
  readonly grade?: string
  readonly extreme?: boolean
  readonly can_work?: boolean
  readonly child?: boolean
}

/** Which of the four kinds of service (分层) a household is for, and by which rule; null = by none of them. */
export function planTier(
  book: Pick<PlanBook, 'tiers' | 'otherwise'>,
  facts: TierFacts,
): { readonly tier: PlanTier; readonly rule: string | null } {
  const rule = book.tiers.find(({ when }) => judge(when, facts).value === true)
  return rule ? { tier: rule.tier, rule: rule.id } : { tier: book.otherwise, rule: null }
}

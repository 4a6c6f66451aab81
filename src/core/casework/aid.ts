import type { Day } from '../time.ts'

/** Why help cannot wait (急难情形). */
export const AID_CAUSES = ['accident', 'illness', 'income', 'living', 'other'] as const

export type AidCause = (typeof AID_CAUSES)[number]

/** How it was made sure who this is: paper seen, known to the committee, told by phone. */
export const SEEN_BY = ['card', 'known', 'phone'] as const

/** How it was made sure where they live. */
export const LIVES_BY = ['visit', 'committee', 'paper'] as const

/** Why aid was refused (不予救助的理由). */
export const AID_REFUSALS = ['not_urgent', 'elsewhere', 'covered', 'not_true', 'gave_up'] as const

export type AidRefusal = (typeof AID_REFUSALS)[number]

/** The steps of urgent aid, in order; each has its moment. */
export const AID_STEPS = [
  'begun',
  'verified',
  'papered',
  'filled',
  'asked',
  'paid',
  'receipted',
  'done',
] as const

export type AidStep = (typeof AID_STEPS)[number]

/** Numbers of one day on, from data/aid/parameters.yaml. */
export type AidRule = {
  readonly from: Day
  /** Working days within which the procedure is made up for. */
  readonly papersWithin: number
  /** In fen: what a new petty cash allows for one payment. */
  readonly limit: number
  readonly source: string
}

export type AidRules = {
  /** Oldest first. */
  readonly rules: readonly AidRule[]
  /** Papers by their type; those that must be there before the procedure ends. */
  readonly papers: readonly { readonly type: string; readonly must: boolean }[]
  /** What a person may do against a refusal (救济途径), with {office} and {court}. */
  readonly review: { readonly text: string; readonly source: string }
  /** The sentence of the law for each reason. */
  readonly refusals: Readonly<Record<AidRefusal, string>>
}

/** The numbers in force on a day; before the first, the first. */
export function aidRuleOn({ rules }: AidRules, day: Day): AidRule {
  const inForce = rules.findLast(({ from }) => from <= day) ?? rules[0]
  if (!inForce) throw new Error('no rule of urgent aid')
  return inForce
}

/** Types of papers that must be there and are not (还缺的材料). */
export function missingPapers(rules: AidRules, there: readonly string[]): readonly string[] {
  return rules.papers.flatMap(({ type, must }) => (must && !there.includes(type) ? [type] : []))
}

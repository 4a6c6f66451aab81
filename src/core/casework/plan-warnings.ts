import type { Plan } from './plan.ts'

/**
 * What a plan should be asked before it is sent off. None of it forbids: the adviser may know better.
 * no_goal · goal_without_measure {goal} · measure_without_day {measure} · measure_without_owner {measure} ·
 * need_without_goal {need} · only_cash (只给钱，心理或陪伴的需要没有人管) · no_review
 */
export type PlanWarning = {
  readonly code:
    | 'no_goal'
    | 'goal_without_measure'
    | 'measure_without_day'
    | 'measure_without_owner'
    | 'need_without_goal'
    | 'only_cash'
    | 'no_review'
  /** Id of the goal or measure, or code of the need. */
  readonly about?: string
}

/** Needs that money alone does not meet: few ties 社会参与, a child's home 儿童环境, distress, company. */
const OF_THE_HEART: readonly string[] = ['soc', 'cen', 'emo', 'company']

export function planWarnings(plan: Plan): readonly PlanWarning[] {
  const { goals, measures, needs } = plan
  const served = new Set(measures.map(({ goal }) => goal))
  const answered = new Set(goals.map(({ need }) => need))
  return [
    ...(goals.length === 0 ? [{ code: 'no_goal' } as const] : []),
    ...goals
      .filter(({ id }) => !served.has(id))
      .map(({ id }) => ({ code: 'goal_without_measure', about: id }) as const),
    ...needs
      .filter((need) => !answered.has(need))
      .map((need) => ({ code: 'need_without_goal', about: need }) as const),
    ...measures
      .filter(({ dueOn }) => dueOn === null)
      .map(({ id }) => ({ code: 'measure_without_day', about: id }) as const),
    ...measures
      .filter(({ owner, who }) => owner === null && who.trim() === '')
      .map(({ id }) => ({ code: 'measure_without_owner', about: id }) as const),
    ...(isOnlyCash(plan) ? [{ code: 'only_cash' } as const] : []),
    ...(plan.reviewOn === null ? [{ code: 'no_review' } as const] : []),
  ]
}

function isOnlyCash({ measures, needs, goals }: Plan): boolean {
  const all = [...needs, ...goals.map(({ need }) => need ?? '')]
  const needsHeart = all.some((need) => OF_THE_HEART.includes(need))
  return needsHeart && measures.length > 0 && measures.every(({ kind }) => kind === 'money')
}

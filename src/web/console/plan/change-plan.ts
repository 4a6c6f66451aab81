import type { WrittenPlan } from '../../../core/contract/office/plan.ts'
import { uuid } from '../../shared/uuid.ts'

export type Goal = WrittenPlan['goals'][number]

export type Measure = WrittenPlan['measures'][number]

/** The changes that an editor of plans makes: each gives a new plan. */

export function changeGoal(plan: WrittenPlan, id: string, change: Partial<Goal>): WrittenPlan {
  const goals = plan.goals.map((goal) => (goal.id === id ? { ...goal, ...change } : goal))
  return { ...plan, goals }
}

export function addGoal(plan: WrittenPlan): WrittenPlan {
  const last = Math.max(0, ...plan.goals.map(({ id }) => Number(/^g(\d+)$/.exec(id)?.[1] ?? 0)))
  return { ...plan, goals: [...plan.goals, { id: `g${last + 1}`, words: '', need: null }] }
}

/** With a goal its measures go. */
export function removeGoal(plan: WrittenPlan, id: string): WrittenPlan {
  const goals = plan.goals.filter((goal) => goal.id !== id)
  return { ...plan, goals, measures: plan.measures.filter(({ goal }) => goal !== id) }
}

export function changeMeasure(
  plan: WrittenPlan,
  id: string,
  change: Partial<Measure>,
): WrittenPlan {
  const measures = plan.measures.map((each) => (each.id === id ? { ...each, ...change } : each))
  return { ...plan, measures }
}

export function addMeasure(plan: WrittenPlan, goal: string | null): WrittenPlan {
  const measure: Measure = {
    ...{ id: uuid(), goal, words: '', who: '', owner: null, dueOn: null, until: null },
    ...{ source: 'own', kind: 'service', aim: 'floor', every: 'once' },
  }
  return { ...plan, measures: [...plan.measures, measure] }
}

export function removeMeasure(plan: WrittenPlan, id: string): WrittenPlan {
  return { ...plan, measures: plan.measures.filter((each) => each.id !== id) }
}

/** What was left empty says nothing: it is not sent. */
export function withoutEmpty(plan: WrittenPlan): WrittenPlan {
  const goals = plan.goals.filter(({ words }) => words.trim() !== '')
  const names = new Set(goals.map(({ id }) => id))
  const measures = plan.measures
    .filter(({ words }) => words.trim() !== '')
    .map((each) => ({ ...each, goal: names.has(each.goal ?? '') ? each.goal : null }))
  return { ...plan, goals, measures }
}

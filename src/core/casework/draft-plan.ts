import type { Calendar } from '../routing/calendar.ts'
import type { Day } from '../time.ts'
import type { Goal, Measure, NeedCode, Plan, PlanTier } from './plan.ts'
import type { PlanBook, ReadyGoal, ReadyMeasure } from './plan-book.ts'
import { dayAfter } from './plan-days.ts'

/** Before it is kept: what is new has no id yet, who writes it down gives one. */
export type ProposedMeasure = Omit<Measure, 'id'> & { readonly id: string | null }

/** Goals are named g1, g2 …, beside those that were taken over. */
export type ProposedPlan = Omit<Plan, 'measures'> & {
  readonly measures: readonly ProposedMeasure[]
}

export type Drafting = {
  readonly needs: readonly NeedCode[]
  readonly tier: PlanTier
  readonly today: Day
  readonly calendar: Calendar
  /** Who drafts: sees to what nobody else is named for. */
  readonly owner: string | null
}

/** A first plan (方案) from what the household needs: a goal for each need that the office has one for. */
export function draftPlan(book: PlanBook, drafting: Drafting): ProposedPlan {
  const ready = drafting.needs.flatMap((need) => book.goals.get(need) ?? [])
  return withGoals(book, drafting, ready)
}

/** The goals and measures of a template; needs of the household that it does not answer come after. */
export function planFromTemplate(
  book: PlanBook,
  drafting: Drafting,
  template: string,
): ProposedPlan | undefined {
  const found = book.templates.find(({ id }) => id === template)
  return found && withGoals(book, drafting, found.goals)
}

/**
 * The plan that takes the place of one in force (revision), or follows it (second phase): what was met or done is left
 * behind, the rest goes on under the same ids, and needs that have come up meanwhile get a goal.
 */
export function nextPlan(
  book: PlanBook,
  drafting: Drafting,
  plan: Plan,
  over: { readonly met: ReadonlySet<string>; readonly done: ReadonlySet<string> },
): ProposedPlan {
  const goals = plan.goals.filter(({ id }) => !over.met.has(id))
  const kept = new Set(goals.map(({ id }) => id))
  const measures = plan.measures.filter(
    ({ id, goal }) => !over.done.has(id) && (goal === null || kept.has(goal)),
  )
  const answered = new Set(plan.goals.map(({ need }) => need))
  const fresh = drafting.needs.filter((need) => !answered.has(need))
  const added = draftPlan(book, { ...drafting, needs: fresh })
  const names = freshNames(plan.goals, added.goals)
  return {
    ...added,
    needs: drafting.needs.filter((need) => !metNeeds(plan, over.met).has(need)),
    goals: [
      ...goals,
      ...added.goals.map((goal) => ({ ...goal, id: names.get(goal.id) ?? goal.id })),
    ],
    measures: [
      ...measures,
      ...added.measures.map((each) => ({ ...each, goal: names.get(each.goal ?? '') ?? each.goal })),
    ],
  }
}

function withGoals(book: PlanBook, drafting: Drafting, ready: readonly ReadyGoal[]): ProposedPlan {
  const goals = ready.map(({ words, need }, index) => ({ id: `g${index + 1}`, words, need }))
  const measures = ready.flatMap((goal, index) =>
    goal.measures.map((measure) => fromReady(measure, `g${index + 1}`, drafting)),
  )
  const { needs, tier, today, calendar } = drafting
  const reviewOn = dayAfter(today, book.review[tier], calendar)
  return { tier, needs, goals, measures, reviewOn, note: '' }
}

function fromReady(
  { after, lasts, ...ready }: ReadyMeasure,
  goal: string,
  { today, calendar, owner }: Drafting,
): ProposedMeasure {
  const dueOn = dayAfter(today, after, calendar)
  const until = lasts ? dayAfter(dueOn, lasts, calendar) : null
  return { ...ready, id: null, goal, owner, dueOn, until }
}

/** New names for goals that would be called like those of the plan before. */
function freshNames(known: readonly Goal[], added: readonly Goal[]): ReadonlyMap<string, string> {
  const last = Math.max(0, ...known.map(({ id }) => Number(/^g(\d+)$/.exec(id)?.[1] ?? 0)))
  return new Map(added.map(({ id }, index) => [id, `g${last + index + 1}`]))
}

const metNeeds = (plan: Plan, met: ReadonlySet<string>) =>
  new Set(plan.goals.flatMap(({ id, need }) => (met.has(id) && need !== null ? [need] : [])))

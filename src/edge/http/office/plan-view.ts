import type { MeasureView, PlansAcrossView, PlanView } from '../../../core/contract/office/plan.ts'
import type { HouseholdHead } from '../../../work/ports/household-files.ts'
import type { MeasureLine, PlanLine, PlansAcross } from '../../../work/ports/plans.ts'
import { iso } from './frame.ts'

/** A plan as the browser is given it. */
export function planView({ record, asked, ...line }: PlanLine): PlanView {
  const { id, version, state, owner, changedBy, changedAt, at } = record
  return {
    ...line,
    ...{ id, version, state, owner, changedBy, asked: asked?.on ?? null },
    changedAt: iso(changedAt),
    at: iso(at),
  }
}

export function measureView({ record, ...line }: MeasureLine): MeasureView {
  const { id, version, state, open, owner, dueOn } = record
  return { ...line, id, version, state, open, owner, dueOn }
}

export function plansAcrossView({ plans, measures }: PlansAcross): PlansAcrossView {
  return {
    plans: plans.map(({ line, head }) => ({ plan: planView(line), at: where(head) })),
    measures: measures.map(({ line, head }) => ({ measure: measureView(line), at: where(head) })),
  }
}

const where = ({ id, number, name, grade }: HouseholdHead) => ({
  household: id,
  ...{ number, name, grade },
})

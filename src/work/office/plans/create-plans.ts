import type { Plans } from '../../ports/plans.ts'
import type { OfficeParts } from '../parts.ts'
import { agreeToPlan } from './agree-to-plan.ts'
import { askHousehold } from './ask-household.ts'
import { meetGoal } from './meet-goal.ts'
import { measureLine, type PlanBody, planLine } from './plan-line.ts'
import { plansAcross } from './plans-across.ts'
import { proposePlan } from './propose-plan.ts'
import { savePlan } from './save-plan.ts'
import { stepMeasure } from './step-measure.ts'
import { stepPlan } from './step-plan.ts'

/** The room of plans (一户一方案). */
export function createPlans(parts: OfficeParts): Plans {
  const { files, plans } = parts
  return {
    ofHousehold: async (staff, household) => {
      const records = await files.listRecords(staff, household, ['plan', 'measure'])
      const of = (kind: string) => records.filter((record) => record.kind === kind)
      return {
        plans: of('plan').map(planLine),
        measures: of('measure').map(measureLine),
        templates: plans.templates.map(({ id, title }) => ({ id, title })),
      }
    },
    propose: (staff, household, from) => proposePlan(parts, staff, household, from),
    save: (staff, household, plan) => savePlan(parts, staff, household, plan),
    step: (staff, household, id, version, how) =>
      stepPlan(parts, staff, household, id, version, how),
    agree: (staff, household, id, version, how) =>
      agreeToPlan(parts, staff, household, id, version, how),
    ask: (staff, household, id, version, words) =>
      askHousehold(parts, staff, household, id, version, words),
    meet: (staff, household, id, version, how) =>
      meetGoal(parts, staff, household, id, version, how),
    stepMeasure: (staff, household, id, version, how) =>
      stepMeasure(parts, staff, household, id, version, how),
    past: async (staff, household, id) => {
      const past = await files.pastOf(staff, household, id)
      return past.map(({ body, detail: _, ...rest }) => {
        return { ...rest, plan: (body as PlanBody | null)?.plan ?? null }
      })
    },
    across: (staff) => plansAcross(parts, staff),
  }
}

import { z } from 'zod'
import { HouseholdKey } from '../../../core/contract/office/fields.ts'
import {
  AgreeToPlan,
  AskAboutPlan,
  HouseholdPlansView,
  MeasureView,
  MeetGoal,
  PastPlansView,
  PlanFrom,
  PlansAcrossView,
  PlanView,
  ProposedPlan,
  SavePlan,
  StepMeasure,
  StepPlan,
} from '../../../core/contract/office/plan.ts'
import { problem } from '../../../core/errors.ts'
import type { PlanFrom as From } from '../../../work/ports/plans.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, OfHousehold } from './frame.ts'
import { measureView, plansAcrossView, planView } from './plan-view.ts'

const OfRecord = z.strictObject({
  household: HouseholdKey,
  id: z.guid().describe('Id of the plan or the measure.'),
})

const OF_FILE = '/api/office/households/:household'

/** Plans of households (一户一方案). */
export function planRoutes(app: App, gate: Gate): void {
  readPlans(app, gate)
  writePlans(app, gate)
}

function readPlans(app: App, gate: Gate): void {
  const { plans } = gate.office

  const across = { ...frame, response: gives(PlansAcrossView) }
  app.get('/api/office/plans', { schema: across }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return plansAcrossView(await plans.across(staff))
  })

  const list = { ...frame, params: OfHousehold, response: gives(HouseholdPlansView) }
  app.get(`${OF_FILE}/plans`, { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await plans.ofHousehold(staff, request.params.household)
    return {
      plans: found.plans.map(planView),
      measures: found.measures.map(measureView),
      templates: found.templates,
    }
  })

  const proposal = {
    ...{ ...frame, params: OfHousehold, querystring: PlanFrom },
    response: gives(ProposedPlan),
  }
  app.get(`${OF_FILE}/plan-proposal`, { schema: proposal }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return plans.propose(staff, request.params.household, fromOf(request.query))
  })

  const past = { ...frame, params: OfRecord, response: gives(PastPlansView) }
  app.get(`${OF_FILE}/plans/:id/versions`, { schema: past }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { household, id } = request.params
    const versions = await plans.past(staff, household, id)
    return { versions: versions.map((each) => ({ ...each, at: iso(each.at) })) }
  })
}

function writePlans(app: App, gate: Gate): void {
  const { plans } = gate.office

  const save = { ...frame, params: OfRecord, body: SavePlan, response: gives(PlanView) }
  app.post(`${OF_FILE}/plans/:id`, { schema: save }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { household, id } = request.params
    return planView(await plans.save(staff, household, { id, ...request.body }))
  })

  const step = { ...frame, params: OfRecord, body: StepPlan, response: gives(PlanView) }
  app.post(`${OF_FILE}/plans/:id/step`, { schema: step }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { household, id } = request.params
    const { version, ...how } = request.body
    return planView(await plans.step(staff, household, id, version, how))
  })

  const agree = { ...frame, params: OfRecord, body: AgreeToPlan, response: gives(PlanView) }
  app.post(`${OF_FILE}/plans/:id/agreement`, { schema: agree }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { household, id } = request.params
    const { version, ...how } = request.body
    return planView(await plans.agree(staff, household, id, version, how))
  })

  const ask = { ...frame, params: OfRecord, body: AskAboutPlan, response: gives(PlanView) }
  app.post(`${OF_FILE}/plans/:id/ask`, { schema: ask }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { household, id } = request.params
    const { version, words } = request.body
    return planView(await plans.ask(staff, household, id, version, words))
  })

  const meet = { ...frame, params: OfRecord, body: MeetGoal, response: gives(PlanView) }
  app.post(`${OF_FILE}/plans/:id/goal`, { schema: meet }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { household, id } = request.params
    const { version, ...how } = request.body
    return planView(await plans.meet(staff, household, id, version, how))
  })

  const measure = { ...frame, params: OfRecord, body: StepMeasure, response: gives(MeasureView) }
  app.post(`${OF_FILE}/measures/:id/step`, { schema: measure }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { household, id } = request.params
    const { version, ...how } = request.body
    return measureView(await plans.stepMeasure(staff, household, id, version, how))
  })
}

function fromOf({ from, template }: z.infer<typeof PlanFrom>): From {
  if (from !== 'template') return { from }
  if (template === undefined) throw problem('bad_request', { field: 'template' })
  return { from, template }
}

import { RecordId } from '../../../core/contract/office/fields.ts'
import {
  AddFollowUp,
  FinishFollowUp,
  FollowUpFinished,
  FollowUpsAsked,
  FollowUpsFound,
  FollowUpView,
  LeaveFollowUp,
  MoveFollowUp,
  OpenedFollowUpView,
} from '../../../core/contract/office/follow-up.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { followUpView, openedFollowUpView } from './follow-up-view.ts'
import { frame, gives, mustAct, OfHousehold } from './frame.ts'

const OfFollowUp = OfHousehold.extend({ id: RecordId })
const OWN = '/api/office/households/:household/follow-ups'
const ONE = `${OWN}/:id`

/** Follow-ups (回访): what is due, and what came of it. */
export function followUpRoutes(app: App, gate: Gate): void {
  const { followUps } = gate.office

  const list = { ...frame, querystring: FollowUpsAsked, response: gives(FollowUpsFound) }
  app.get('/api/office/follow-ups', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { until, street, mine } = request.query
    const lines = await followUps.list(staff, {
      ...(until === undefined ? {} : { until }),
      ...(street ? { street } : {}),
      mine: mine === 'yes',
    })
    return { followUps: lines.map((line) => followUpView(line, gate)) }
  })

  const own = { ...frame, params: OfHousehold, response: gives(FollowUpsFound) }
  app.get(OWN, { schema: own }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const lines = await followUps.ofHousehold(staff, request.params.household)
    return { followUps: lines.map((line) => followUpView(line, gate)) }
  })

  const add = { ...frame, params: OfHousehold, body: AddFollowUp, response: gives(FollowUpView) }
  app.post(OWN, { schema: add }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return followUpView(await followUps.add(staff, request.params.household, request.body), gate)
  })

  const one = { ...frame, params: OfFollowUp, response: gives(OpenedFollowUpView) }
  app.get(ONE, { schema: one }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { household, id } = request.params
    return openedFollowUpView(await followUps.openOne(staff, household, id), gate)
  })
  changes(app, gate)
}

function changes(app: App, gate: Gate): void {
  const { followUps } = gate.office

  const move = { ...frame, params: OfFollowUp, body: MoveFollowUp, response: gives(FollowUpView) }
  app.post(`${ONE}/move`, { schema: move }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { version, ...to } = request.body
    return followUpView(await followUps.move(staff, { ...request.params, version }, to), gate)
  })

  const finish = {
    ...{ ...frame, params: OfFollowUp, body: FinishFollowUp },
    response: gives(FollowUpFinished),
  }
  app.post(`${ONE}/finish`, { schema: finish }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { version, ...what } = request.body
    const at = { ...request.params, version }
    const { next, worse, ...line } = await followUps.finish(staff, at, what)
    return { followUp: followUpView(line, gate), next: next?.dueOn ?? null, worse }
  })

  const leave = { ...frame, params: OfFollowUp, body: LeaveFollowUp, response: gives(FollowUpView) }
  app.post(`${ONE}/leave`, { schema: leave }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { version, ...why } = request.body
    return followUpView(await followUps.leave(staff, { ...request.params, version }, why), gate)
  })
}

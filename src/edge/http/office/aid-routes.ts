import {
  AidDeed,
  AidsAsked,
  AidsFound,
  AidView,
  BeginAid,
  RefusalView,
} from '../../../core/contract/office/aid.ts'
import { RecordId } from '../../../core/contract/office/fields.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Aid, AidLine } from '../../../work/ports/aid.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { aidView } from './aid-view.ts'
import { frame, gives, mustAct, OfHousehold } from './frame.ts'

const OfAid = OfHousehold.extend({ id: RecordId })

/** Urgent aid (先行救助、后补程序): one call a step. */
export function aidRoutes(app: App, gate: Gate): void {
  const { aid } = gate.office

  const list = { ...frame, querystring: AidsAsked, response: gives(AidsFound) }
  app.get('/api/office/aid', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { all, street } = request.query
    const ask = { open: all !== 'yes', ...(street ? { street } : {}) }
    const [lines, times] = await Promise.all([aid.list(staff, ask), aid.times(staff)])
    return { aids: lines.map((line) => aidView(line, gate)), times }
  })

  const own = { ...frame, params: OfHousehold, response: gives(AidsFound) }
  app.get('/api/office/households/:household/aid', { schema: own }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const lines = await aid.ofHousehold(staff, request.params.household)
    return { aids: lines.map((line) => aidView(line, gate)), times: [] }
  })

  const begin = { ...frame, params: OfHousehold, body: BeginAid, response: gives(AidView) }
  app.post('/api/office/households/:household/aid', { schema: begin }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return aidView(await aid.begin(staff, request.params.household, request.body), gate)
  })
  stepRoutes(app, gate)
}

function stepRoutes(app: App, gate: Gate): void {
  const { aid } = gate.office

  const one = { ...frame, params: OfAid, response: gives(AidView) }
  app.get('/api/office/households/:household/aid/:id', { schema: one }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { household, id } = request.params
    return aidView(await aid.read(staff, household, id), gate)
  })

  const step = { ...frame, params: OfAid, body: AidDeed, response: gives(AidView) }
  app.post('/api/office/households/:household/aid/:id', { schema: step }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return aidView(await doStep(aid, staff, request.params, request.body), gate)
  })

  const refusal = { ...frame, params: OfAid, response: gives(RefusalView) }
  app.get(
    '/api/office/households/:household/aid/:id/refusal',
    { schema: refusal },
    async (request) => {
      const { staff } = await mustSignIn(request, gate)
      const { household, id } = request.params
      return aid.refusal(staff, household, id)
    },
  )
}

function doStep(
  aid: Aid,
  staff: Staff,
  { household, id }: { readonly household: string; readonly id: string },
  deed: AidDeed,
): Promise<AidLine> {
  const at = { household, id, version: deed.version }
  switch (deed.act) {
    case 'verify':
      return aid.verify(staff, at, deed)
    case 'paper':
      return aid.addPaper(staff, at, { type: deed.type, photo: deed.photo })
    case 'fill':
      return aid.fill(staff, at, deed.form)
    case 'ask':
      return aid.ask(staff, at, deed.amount)
    case 'pay':
      return aid.pay(staff, at)
    case 'send_back':
      return aid.sendBack(staff, at, deed.why)
    case 'receipt':
      return aid.receipt(staff, at, deed.photo)
    case 'finish':
      return aid.finish(staff, at)
    case 'refuse':
      return aid.refuse(staff, at, deed)
    case 'drop':
      return aid.drop(staff, at, deed.why)
    default:
      return deed satisfies never
  }
}

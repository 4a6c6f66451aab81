import {
  AcceptTransfer,
  BulkDone,
  BulkTransfer,
  DeclineTransfer,
  Transfer,
} from '../../../core/contract/desk/acts.ts'
import { Done } from '../../../core/contract/desk/fields.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { TransferAsk } from '../../../work/ports/desk.ts'
import type { App, Gate } from '../parts.ts'
import { bulkView } from './bulk-view.ts'
import { frame, mustAct, OfCase, troubles } from './frame.ts'

/** Passing a case on to another street (转出), and its answer. */
export function transferRoutes(app: App, gate: Gate): void {
  const { desk } = gate
  const at = '/api/desk/cases/:number/transfer'
  const response = { 200: Done, ...troubles }

  app.post(
    at,
    { schema: { ...frame, params: OfCase, body: Transfer, response } },
    async (request) => {
      const { staff } = await mustAct(request, gate)
      const { number } = request.params
      const ask = await askOf(request.body, staff, gate)
      return { number, version: await desk.offerTransfer(staff, number, request.body.version, ask) }
    },
  )

  const accept = { ...frame, params: OfCase, body: AcceptTransfer, response }
  app.post(`${at}/accept`, { schema: accept }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    return { number, version: await desk.acceptTransfer(staff, number, request.body.version) }
  })

  const decline = { ...frame, params: OfCase, body: DeclineTransfer, response }
  app.post(`${at}/decline`, { schema: decline }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { version, ...why } = request.body
    return { number, version: await desk.declineTransfer(staff, number, version, why) }
  })

  const bulk = { ...frame, body: BulkTransfer, response: { 200: BulkDone, ...troubles } }
  app.post('/api/desk/bulk/transfer', { schema: bulk }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const ask = await askOf(request.body, staff, gate)
    return bulkView(await desk.offerTransfers(staff, request.body.cases, ask), gate)
  })
}

type Asked = Pick<TransferAsk, 'reason' | 'note' | 'parts'> & {
  readonly to: { readonly street: string; readonly person?: string | undefined }
}

/** The street is one of this district, the person works there. */
async function askOf(body: Asked, staff: Staff, gate: Gate): Promise<TransferAsk> {
  const { reason, note, parts, to } = body
  const { street, person = null } = to
  const known = gate.streetsOf(staff.district).some(({ code }) => code === street)
  if (!known) throw problem('bad_request', { field: 'to' })
  if (person !== null) {
    const colleagues = await gate.desk.listColleagues(staff)
    const there = colleagues.find(({ id }) => id === person)?.streets.includes(street)
    if (!there) throw problem('bad_request', { field: 'to' })
  }
  return { street, person, reason, note, parts: [...new Set(parts)] }
}

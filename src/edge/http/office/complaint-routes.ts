import { z } from 'zod'
import {
  BringComplaint,
  ComplaintBrought,
  ComplaintsFound,
  SettleComplaint,
} from '../../../core/contract/office/complaint.ts'
import { RecordId } from '../../../core/contract/office/fields.ts'
import { shanghai } from '../../../core/time.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, nothing, troubles } from './frame.ts'

/** Complaints (投诉): brought by anybody, read and answered by those who lead. */
export function complaintRoutes(app: App, gate: Gate): void {
  const { complaints } = gate.office

  const list = { ...frame, response: gives(ComplaintsFound) }
  app.get('/api/office/complaints', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const today = shanghai(gate.clock()).day
    const all = await complaints.list(staff)
    return {
      complaints: all.map(({ words, answer, at, ...rest }) => ({
        ...{ ...rest, words: words ?? '', answer: answer ?? '', at: iso(at) },
        overdue: rest.result === null && rest.dueOn < today,
      })),
    }
  })

  const bring = { ...frame, body: BringComplaint, response: gives(ComplaintBrought) }
  app.post('/api/office/complaints', { schema: bring }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { household, ...what } = request.body
    return { dueOn: await complaints.bring(staff, household, what) }
  })

  const settle = {
    ...{ ...frame, params: z.strictObject({ id: RecordId }), body: SettleComplaint },
    response: { 204: nothing, ...troubles },
  }
  app.post('/api/office/complaints/:id/settle', { schema: settle }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { version, ...how } = request.body
    await complaints.settle(staff, request.params.id, version, how)
    return reply.code(204).send(null)
  })
}

import { z } from 'zod'
import { CARRY_LIMIT, CarriedIn, CarryIn } from '../../../core/contract/studio/carry.ts'
import { kindOf } from '../../../core/contract/studio/document-kinds.ts'
import { OfDocument } from '../../../core/contract/studio/documents.ts'
import { problem } from '../../../core/errors.ts'
import { mustSignIn } from '../console/session.ts'
import type { App } from '../parts.ts'
import { frame, gives, mustAct } from './frame.ts'
import type { StudioGate } from './studio-api.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Flows of other programs, in and out. */
export function carryRoutes(app: App, gate: StudioGate): void {
  const { studio } = gate

  const take = { ...frame, body: CarryIn, response: gives(CarriedIn) }
  const large = { bodyLimit: CARRY_LIMIT + 1_000 }
  app.post('/api/studio/carry', { schema: take, ...large }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { name, data } = request.body
    return { flows: await studio.carryIn(staff, name, Buffer.from(data, 'base64')) }
  })

  const out = { ...frame, querystring: OfDocument, response: gives(z.any()) }
  app.get('/api/studio/xlsform', { schema: out }, async (request, reply) => {
    const { staff } = await mustSignIn(request, gate)
    const { path } = request.query
    if (kindOf(path) !== 'flow') throw problem('not_found')
    const bytes = await studio.carryOut(staff, path)
    const name = path.split('/').at(-1)?.replace('.yaml', '.xlsx') ?? 'flow.xlsx'
    return reply
      .type(WORKBOOK)
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Buffer.from(bytes))
  })
}

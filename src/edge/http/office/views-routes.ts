import { z } from 'zod'
import { SaveView, ViewsFound } from '../../../core/contract/office/views.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, mustAct, nothing, troubles } from './frame.ts'

const OfView = z.strictObject({ id: z.guid().describe('Id of the view.') })
const done = { 204: nothing, ...troubles }

/** Lists that people keep under a name (视图). */
export function viewsRoutes(app: App, gate: Gate): void {
  const { views } = gate.office

  const list = { ...frame, response: gives(ViewsFound) }
  app.get('/api/office/views', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return { views: [...(await views.list(staff))] }
  })

  const save = { ...frame, body: SaveView, response: done }
  app.post('/api/office/views', { schema: save }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await views.save(staff, request.body)
    return reply.code(204).send(null)
  })

  const drop = { ...frame, params: OfView, response: done }
  app.delete('/api/office/views/:id', { schema: drop }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await views.drop(staff, request.params.id)
    return reply.code(204).send(null)
  })
}

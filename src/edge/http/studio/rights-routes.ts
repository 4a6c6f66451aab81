import { SetRight, StudioMay, StudioPeople } from '../../../core/contract/studio/rights.ts'
import { mustSignIn } from '../console/session.ts'
import type { App } from '../parts.ts'
import { frame, gives, mustAct, nothing } from './frame.ts'
import type { StudioGate } from './studio-api.ts'

/** Who may do what here. */
export function rightsRoutes(app: App, gate: StudioGate): void {
  const { studio } = gate

  app.get('/api/studio/may', { schema: { ...frame, response: gives(StudioMay) } }, async (r) => {
    const { staff } = await mustSignIn(r, gate)
    return studio.may(staff)
  })

  const people = { ...frame, response: gives(StudioPeople) }
  app.get('/api/studio/rights', { schema: people }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return { people: await studio.rights(staff) }
  })

  const set = { ...frame, body: SetRight, response: gives(nothing) }
  app.put('/api/studio/rights', { schema: set }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { held, ...right } = request.body
    await studio.setRight(staff, right, held)
    return null
  })
}

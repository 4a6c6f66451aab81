import { AskStandIn, RehearsalHouse, StandIn } from '../../../core/contract/studio/rehearsal.ts'
import { mustSignIn } from '../console/session.ts'
import type { App } from '../parts.ts'
import { frame, gives, mustAct } from './frame.ts'
import type { StudioGate } from './studio-api.ts'

/** What the simulator plays on. */
export function rehearsalRoutes(app: App, gate: StudioGate): void {
  const { studio } = gate

  const house = { ...frame, response: gives(RehearsalHouse) }
  app.get('/api/studio/house', { schema: house }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return studio.rehearsal(staff)
  })

  const standIn = { ...frame, body: AskStandIn, response: gives(StandIn) }
  app.post('/api/studio/stand-in', { schema: standIn }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number, name } = request.body
    return studio.standIn(staff, number, name)
  })
}

import { NeedsView, SaveNeed } from '../../../core/contract/office/household-needs.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, mustAct, nothing, OfHousehold, troubles } from './frame.ts'

/** The needs list (需求清单). */
export function householdNeedRoutes(app: App, gate: Gate): void {
  const { households, file } = gate.office
  const path = '/api/office/households/:household/needs'

  const list = { ...frame, params: OfHousehold, response: gives(NeedsView) }
  app.get(path, { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return { needs: await file.needs(staff, request.params.household) }
  })

  const save = {
    ...{ ...frame, params: OfHousehold, body: SaveNeed },
    response: { 204: nothing, ...troubles },
  }
  app.post(path, { schema: save }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { household } = request.params
    const { id, version, code, words, urgency, state } = request.body
    const what = { state, detail: { code, urgency }, body: { words } }
    if (version === null)
      await households.addRecord(staff, household, { id, kind: 'need', ...what })
    else await households.changeRecord(staff, household, id, version, what)
    return reply.code(204).send(null)
  })
}

import { Done } from '../../../core/contract/desk/fields.ts'
import { PlaceCase } from '../../../core/contract/desk/place-case.ts'
import { problem } from '../../../core/errors.ts'
import type { App, Gate } from '../parts.ts'
import { frame, mustAct, OfCase, troubles } from './frame.ts'

/** A case whose address nobody understood gets its street by hand (人工分派). */
export function placeRoutes(app: App, gate: Gate): void {
  const schema = {
    ...frame,
    params: OfCase,
    body: PlaceCase,
    response: { 200: Done, ...troubles },
  }
  app.post('/api/desk/cases/:number/place', { schema }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { version, street, committee } = request.body
    const lies =
      committee === undefined || (gate.isPlace(committee) && committee.startsWith(street))
    if (!gate.isPlace(street) || !street.startsWith(staff.district) || !lies)
      throw problem('bad_request', { field: lies ? 'street' : 'committee' })
    const where = {
      street,
      ...(version === undefined ? {} : { version }),
      ...(committee === undefined ? {} : { committee }),
    }
    return { number, version: await gate.desk.placeCase(staff, number, where) }
  })
}

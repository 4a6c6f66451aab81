import {
  DeskPlaces,
  PlaceCase,
  Placed,
  RouteQuery,
  RouteView,
} from '../../../core/contract/desk/place-case.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Route } from '../../../core/routing/route.ts'
import type { Home } from '../../../work/ports/desk.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, mustAct, OfCase, troubles } from './frame.ts'
import { routeSentence } from './route-words.ts'

/** A case whose address nobody understood gets its street by hand (核实住址, 人工分派). */
export function placeRoutes(app: App, gate: Gate): void {
  const list = { ...frame, response: { 200: DeskPlaces, ...troubles } }
  app.get('/api/desk/places', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const streets = gate.streetsOf(staff.district)
    return {
      streets: streets.map(({ code, name, committees = [] }) => ({
        ...{ code, name },
        committees: [...committees],
      })),
    }
  })

  const think = {
    ...frame,
    description: 'Where the case would go if its home were there. Nothing is changed.',
    params: OfCase,
    querystring: RouteQuery,
    response: { 200: RouteView, ...troubles },
  }
  app.get('/api/desk/cases/:number/route', { schema: think }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const home = homeOf(request.query, staff, gate)
    const route = await gate.desk.routeTo(staff, request.params.number, home)
    return routeView(route, home, staff, gate)
  })

  const place = {
    ...frame,
    params: OfCase,
    body: PlaceCase,
    response: { 200: Placed, ...troubles },
  }
  app.post('/api/desk/cases/:number/place', { schema: place }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { version, reason, note } = request.body
    const home = homeOf(request.body, staff, gate)
    const where = { ...home, reason, note, ...(version === undefined ? {} : { version }) }
    const placed = await gate.desk.placeCase(staff, number, where)
    return { number, version: placed.version, route: routeView(placed.route, home, staff, gate) }
  })
}

type Asked = { readonly street: string; readonly committee?: string | undefined }

/** A street of this district, and a committee that lies in it. */
function homeOf({ street, committee }: Asked, staff: Staff, gate: Gate): Home {
  const lies = committee === undefined || (gate.isPlace(committee) && committee.startsWith(street))
  if (!gate.isPlace(street) || !street.startsWith(staff.district) || !lies)
    throw problem('bad_request', { field: lies ? 'street' : 'committee' })
  return committee === undefined ? { street } : { street, committee }
}

function routeView({ rule, queue }: Route, home: Home, staff: Staff, gate: Gate) {
  const wide = staff.role === 'district' || staff.role === 'admin'
  const place = home.committee ?? home.street
  return {
    ...{ rule, queue, sentence: routeSentence(place, rule, gate) },
    leaves: !wide && !staff.streets.includes(home.street),
  }
}

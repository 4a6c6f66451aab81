import { RegistrationShape, SaveRegistration } from '../../../core/contract/office/referral.ts'
import type { Formal } from '../../../core/routing/formal.ts'
import type { RegistrationView } from '../../../work/ports/registrations.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, mustAct, OfHousehold } from './frame.ts'
import { needWord } from './referral-view.ts'

/** Where a household is registered (户籍), and where each of its needs is applied for. */
export function formalRoutes(app: App, gate: Gate): void {
  const { registrations } = gate.office
  const path = '/api/office/households/:household/registration'

  const read = { ...frame, params: OfHousehold, response: gives(RegistrationShape) }
  app.get(path, { schema: read }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await registrations.read(staff, request.params.household)
    return viewOf(found, gate)
  })

  const save = {
    ...{ ...frame, params: OfHousehold, body: SaveRegistration },
    response: gives(RegistrationShape),
  }
  app.post(path, { schema: save }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { id, version, status, street, address } = request.body
    const registered = {
      ...(status ? { status } : {}),
      ...(street ? { street, district: street.slice(0, 6) } : {}),
    }
    const what = { id, version, registered, address }
    const found = await registrations.save(staff, request.params.household, what)
    return viewOf(found, gate)
  })
}

function viewOf(found: RegistrationView, gate: Gate): RegistrationShape {
  const { id, version, registered, address, home, formal } = found
  return {
    ...{ id, version, address },
    status: registered.status ?? null,
    street: registered.street ?? null,
    district: registered.district ?? null,
    home: home === null ? null : { code: home, name: gate.placeName(home) ?? home },
    formal: formal.map((each) => formalView(each, found, gate)),
    places: found.streets,
  }
}

function formalView(
  { need, at, by, street, district }: Formal,
  { home, streets }: RegistrationView,
  gate: Gate,
): RegistrationShape['formal'][number] {
  const code = street ?? district
  return {
    ...{ need, label: needWord(need, gate), at, by: by ?? null },
    place: streets.find((each) => each.code === code)?.name ?? gate.placeName(code ?? '') ?? null,
    elsewhere: by === 'hukou' && street !== undefined && street !== home,
  }
}

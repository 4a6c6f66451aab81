import { BenefitsView, SaveBenefit } from '../../../core/contract/office/household-benefits.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, mustAct, nothing, OfHousehold, troubles } from './frame.ts'

/** Help of all departments (受助汇总). */
export function householdBenefitRoutes(app: App, gate: Gate): void {
  const { households, file } = gate.office
  const path = '/api/office/households/:household/benefits'

  const list = { ...frame, params: OfHousehold, response: gives(BenefitsView) }
  app.get(path, { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { lines, struck, ledger, services } = await file.ledger(staff, request.params.household)
    const doubled = new Set(ledger.overlaps.flatMap(({ ids }) => ids))
    return {
      benefits: lines.map((line) => ({ ...line, doubled: doubled.has(line.id) })),
      ...{ struck, ...ledger },
      services: services.map(serviceView),
    }
  })

  const save = {
    ...{ ...frame, params: OfHousehold, body: SaveBenefit },
    response: { 204: nothing, ...troubles },
  }
  app.post(path, { schema: save }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { household } = request.params
    const { id, version, state, amount, item, department, note, ...codes } = request.body
    const what = { state, amount, detail: codes, body: { item, department, note } }
    if (version === null)
      await households.addRecord(staff, household, { id, kind: 'benefit', ...what })
    else await households.changeRecord(staff, household, id, version, what)
    return reply.code(204).send(null)
  })
}

/** Of a service only what every kind of it has. */
function serviceView({ id, day, detail, body, by }: FileRecord) {
  const { words = null } = (body ?? {}) as { readonly words?: unknown }
  return {
    ...{ id, day, by: by.name },
    type: typeof detail.type === 'string' ? detail.type : null,
    words: typeof words === 'string' ? words : null,
  }
}

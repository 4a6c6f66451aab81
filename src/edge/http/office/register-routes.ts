import { z } from 'zod'
import { StaffId } from '../../../core/contract/desk/fields.ts'
import { RecordId } from '../../../core/contract/office/fields.ts'
import {
  EndMark,
  MarkHousehold,
  RegisterAsked,
  RegisterView,
  SetRegistered,
} from '../../../core/contract/office/register.ts'
import type { Staff } from '../../../core/people/role.ts'
import { type Day, shanghai } from '../../../core/time.ts'
import type { ReadRegister } from '../../../work/ports/register.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, nothing, OfHousehold, troubles } from './frame.ts'
import { briefOf, textOf } from './visit-views.ts'

/** Registered advisers that each street must have: 沪民救发〔2020〕15号. */
const NEEDED = 2

/** Register of advisers (顾问备案) and households that are helped first (重点帮扶). */
export function registerRoutes(app: App, gate: Gate): void {
  const { register } = gate.office

  const read = { ...frame, querystring: RegisterAsked, response: gives(RegisterView) }
  app.get('/api/office/register', { schema: read }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { day } = shanghai(gate.clock())
    const { to = day, from = `${to.slice(0, 4)}-01-01` } = request.query
    return registerView(await register.read(staff, { from, to }), { from, to, staff, gate })
  })

  const answer = { 204: nothing, ...troubles }
  const params = z.strictObject({ adviser: StaffId })
  const set = { ...frame, params, body: SetRegistered, response: answer }
  app.post('/api/office/register/:adviser', { schema: set }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await register.setRegistered(staff, request.params.adviser, request.body)
    return reply.code(204).send(null)
  })

  const at = '/api/office/households/:household/key'
  const mark = { ...frame, params: OfHousehold, body: MarkHousehold, response: answer }
  app.post(at, { schema: mark }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await register.markHousehold(staff, request.params.household, request.body)
    return reply.code(204).send(null)
  })

  const one = OfHousehold.extend({ id: RecordId })
  const end = { ...frame, params: one, body: EndMark, response: answer }
  app.post(`${at}/:id/end`, { schema: end }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { household, id } = request.params
    await register.endMark(staff, household, { id, ...request.body })
    return reply.code(204).send(null)
  })
}

type Reading = {
  readonly from: Day
  readonly to: Day
  readonly staff: Staff
  readonly gate: Gate
}

function registerView({ advisers, keys }: ReadRegister, at: Reading): RegisterView {
  const { from, to, staff, gate } = at
  const keysOf = (id: string) => keys.filter(({ record }) => record.owner?.id === id).length
  return {
    ...{ from, to },
    advisers: advisers.map((each) => ({ ...each, keys: keysOf(each.id) })),
    streets: gate.streetsOf(staff.district).map(({ code, name }) => {
      const own = advisers.filter(({ streets }) => streets.includes(code))
      const registered = own.filter(({ on }) => on !== null).length
      return { code, name, advisers: own.length, registered, short: registered < NEEDED }
    }),
    keys: keys.map(({ record, head, helps }) => {
      const { id, version, owner, at: since, body } = record
      const household = briefOf(head, gate)
      return { household, id, version, owner, helps, since: iso(since), why: textOf(body, 'why') }
    }),
    helps: advisers.reduce((sum, { helps }) => sum + helps, 0),
    leads: staff.role !== 'adviser' && staff.role !== 'auditor',
  }
}

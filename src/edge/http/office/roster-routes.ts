import { z } from 'zod'
import {
  EscalatedView,
  RosterAsked,
  RosterView,
  RuleView,
  SetCommittees,
  SetPhone,
  ShiftsWritten,
  WriteLeave,
  WriteShifts,
} from '../../../core/contract/office/roster.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, nothing, troubles } from './frame.ts'

const OfOne = z.strictObject({ id: z.guid().describe('Id of the shift or leave.') })
const done = { 204: nothing, ...troubles }

/** Who is on duty when (值班表), who is away, and how streets give out their cases (自动分派). */
export function rosterRoutes(app: App, gate: Gate): void {
  const { roster } = gate.office

  const read = { ...frame, querystring: RosterAsked, response: gives(RosterView) }
  app.get('/api/office/roster', { schema: read }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const planned = await roster.plan(staff, request.query, streetsOf(staff, gate))
    const phone = await roster.hasPhone(staff)
    return {
      ...planned,
      shifts: planned.shifts.map((each) => ({
        ...each,
        startsAt: iso(each.startsAt),
        endsAt: iso(each.endsAt),
      })),
      people: planned.people.map(({ backAt, ...each }) => ({
        ...each,
        backAt: backAt === null ? null : iso(backAt),
      })),
      phone,
    }
  })

  const escalated = { ...frame, response: gives(EscalatedView) }
  app.get('/api/office/escalations', { schema: escalated }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const alerts = await roster.listEscalated(staff)
    return {
      alerts: alerts.map(({ alert, steps }) => ({
        alert,
        steps: steps.map(({ at, textedAt, ...step }) => ({
          ...step,
          at: iso(at),
          textedAt: textedAt === null ? null : iso(textedAt),
        })),
      })),
    }
  })
  writing(app, gate)
  settings(app, gate)
}

function writing(app: App, gate: Gate): void {
  const { roster } = gate.office
  const district = (staff: Staff) => gate.live.announce(`queue:${staff.district}`)

  const shifts = { ...frame, body: WriteShifts, response: gives(ShiftsWritten) }
  app.post('/api/office/roster/shifts', { schema: shifts }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { from, to, ...asked } = request.body
    mustBeOurs(staff, asked.street, gate)
    const count = await roster.writeShifts(staff, {
      ...asked,
      from: minutes(from),
      to: minutes(to),
    })
    district(staff)
    return { count }
  })

  const drop = { ...frame, params: OfOne, response: done }
  app.delete('/api/office/roster/shifts/:id', { schema: drop }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await roster.dropShift(staff, request.params.id)
    district(staff)
    return reply.code(204).send(null)
  })

  const leave = { ...frame, body: WriteLeave, response: done }
  app.post('/api/office/roster/leaves', { schema: leave }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await roster.addLeave(staff, request.body)
    district(staff)
    return reply.code(204).send(null)
  })

  const back = { ...frame, params: OfOne, response: done }
  app.delete('/api/office/roster/leaves/:id', { schema: back }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await roster.dropLeave(staff, request.params.id)
    district(staff)
    return reply.code(204).send(null)
  })
}

function settings(app: App, gate: Gate): void {
  const { roster } = gate.office

  const rule = { ...frame, body: RuleView, response: gives(RuleView) }
  app.post('/api/office/roster/assignment', { schema: rule }, async (request) => {
    const { staff } = await mustAct(request, gate)
    mustBeOurs(staff, request.body.street, gate)
    return roster.setRule(staff, request.body)
  })

  const committees = { ...frame, body: SetCommittees, response: done }
  app.post('/api/office/roster/committees', { schema: committees }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { street, staff: person, committees } = request.body
    mustBeOurs(staff, street, gate)
    // The first nine digits of a committee are its street.
    if (!committees.every((code) => code.startsWith(street))) {
      throw problem('bad_request', { field: 'committees' })
    }
    await roster.setCommittees(staff, street, person, committees)
    return reply.code(204).send(null)
  })

  const phone = { ...frame, body: SetPhone, response: done }
  app.post('/api/office/roster/phone', { schema: phone }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await roster.setPhone(staff, request.body.phone)
    return reply.code(204).send(null)
  })
}

/** Streets whose holes this person is shown. */
function streetsOf({ role, district, streets }: Staff, gate: Gate): readonly string[] {
  const wide = role === 'district' || role === 'admin'
  if (wide) return gate.streetsOf(district).map(({ code }) => code)
  return streets.filter((street) => street !== '')
}

/** A street that is not in the district is a mistake of the form, whoever writes. */
function mustBeOurs({ district }: Staff, street: string | null, gate: Gate): void {
  if (street === null) return
  if (gate.streetsOf(district).some(({ code }) => code === street)) return
  throw problem('bad_request', { field: 'street' })
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

import type { z } from 'zod'
import type { Kin } from '../../../core/casework/member.ts'
import { ageOn, type Member } from '../../../core/casework/member.ts'
import {
  CorrectPerson,
  MembersView,
  MemberView,
  RevealedPart,
  RevealPart,
  SaveMember,
} from '../../../core/contract/office/household-members.ts'
import { problem } from '../../../core/errors.ts'
import { maskPhone } from '../../../core/people/mask.ts'
import { maskId } from '../../../core/people/mask-id.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, nothing, OfHousehold, troubles } from './frame.ts'

/** How long a revealed part stays on the screen, in ms. */
const SHOWN = 60_000

/** Members of a household (家庭成员): masked, whole only to who says why. */
export function householdMemberRoutes(app: App, gate: Gate): void {
  const { households } = gate.office
  const path = '/api/office/households/:household'

  const list = { ...frame, params: OfHousehold, response: gives(MembersView) }
  app.get(`${path}/members`, { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const records = await households.listRecords(staff, request.params.household, ['member'])
    return { members: records.map((record) => memberView(record, gate)) }
  })

  const save = { ...frame, params: OfHousehold, body: SaveMember, response: gives(MemberView) }
  app.post(`${path}/members`, { schema: save }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { household } = request.params
    const { id, version, kin, state, ...told } = request.body
    const known = version === null ? null : await knownMember(gate, staff, household, id)
    const { phone = known?.phone ?? null, idNumber = known?.idNumber ?? null, ...open } = told
    const member: Member = { ...open, phone, idNumber: idNumber?.toUpperCase() ?? null }
    const saved = { id, version, kin, state, member }
    return memberView(await households.saveMember(staff, household, saved), gate)
  })

  const correct = {
    ...{ ...frame, params: OfHousehold, body: CorrectPerson },
    response: { 204: nothing, ...troubles },
  }
  app.post(`${path}/person`, { schema: correct }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { reason, ...told } = request.body
    const what = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
    if (Object.keys(what).length === 0) throw problem('bad_request', { field: 'name' })
    await households.correctPerson(staff, request.params.household, what, reason)
    return reply.code(204).send(null)
  })

  const reveal = { ...frame, params: OfHousehold, body: RevealPart, response: gives(RevealedPart) }
  app.post(`${path}/reveal`, { schema: reveal }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { member, part, reason } = request.body
    const { household } = request.params
    const value = await households.reveal(staff, household, member, part, reason)
    return { value, hideAt: iso(gate.clock() + SHOWN) }
  })
}

async function knownMember(
  gate: Gate,
  staff: Parameters<Gate['office']['households']['listRecords']>[0],
  household: string,
  id: string,
): Promise<Member | null> {
  const records = await gate.office.households.listRecords(staff, household, ['member'])
  const found = records.find((each) => each.id === id)
  if (!found) throw problem('not_found', { member: id })
  return found.body as Member | null
}

/** A record of kind `member` as the browser is given it. */
function memberView(record: FileRecord, gate: Gate): z.infer<typeof MemberView> {
  const { id, version, state, detail, body, changedAt, changedBy } = record
  const member = { ...NOBODY, ...(body as Partial<Member> | null) }
  const { name, born, health, work, school, note, phone, idNumber } = member
  return {
    ...{ id, version, name, born, health, work, school, note },
    kin: detail.kin as Kin,
    state: state as 'here' | 'away' | 'left',
    age: ageOn(born, shanghai(gate.clock()).day),
    phone: phone === null ? null : maskPhone(phone.replaceAll(/\D/g, '')),
    idNumber: idNumber === null ? null : maskId(idNumber),
    changedAt: iso(changedAt),
    changedBy: changedBy.name,
  }
}

/** After an erasure the line stays, and says nothing. */
const NOBODY: Member = {
  ...{ name: '—', born: null, idNumber: null, phone: null },
  ...{ health: null, work: null, school: null, note: null },
}

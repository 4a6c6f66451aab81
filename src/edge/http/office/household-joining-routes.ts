import { isApart } from '../../../core/casework/apart-kinds.ts'
import type { Member } from '../../../core/casework/member.ts'
import { HouseholdKey } from '../../../core/contract/office/fields.ts'
import {
  AlikeView,
  JoinFiles,
  JoinPreview,
  PartFiles,
} from '../../../core/contract/office/household-joining.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, nothing, OfHousehold, troubles } from './frame.ts'
import { householdView } from './household-view.ts'

/** Two files of one household: seen, looked at side by side, joined, parted again (合并、拆分). */
export function householdJoiningRoutes(app: App, gate: Gate): void {
  const { households } = gate.office
  const path = '/api/office/households/:household'

  const alike = { ...frame, params: OfHousehold, response: gives(AlikeView) }
  app.get(`${path}/alike`, { schema: alike }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { household } = request.params
    const found = await households.alikeOf(staff, household)
    const joinings = await households.listRecords(staff, household, ['joining'])
    return {
      alike: found.map(({ head, by }) => ({ head: householdView(head, gate), by })),
      joined: joinings.filter(({ state }) => state === 'joined').map(joinedView),
    }
  })

  const preview = {
    ...{ ...frame, params: OfHousehold.extend({ other: HouseholdKey }) },
    response: gives(JoinPreview),
  }
  app.get(`${path}/joining/:other`, { schema: preview }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { household, other } = request.params
    const into = await households.openHousehold(staff, household)
    const from = await households.openHousehold(staff, other)
    const ofInto = await households.listRecords(staff, household)
    const ofFrom = await households.listRecords(staff, other)
    const cases = [...into.cases, ...from.cases]
    return {
      into: householdView(into, gate),
      from: householdView(from, gate),
      members: [...ofInto, ...ofFrom].flatMap(nameOf),
      records: countsOf(ofInto, ofFrom),
      openCases: cases.filter(({ status }) => OPEN.includes(status)).length,
      possible: into.id !== from.id && into.street === from.street,
    }
  })

  const join = {
    ...{ ...frame, params: OfHousehold, body: JoinFiles },
    response: { 204: nothing, ...troubles },
  }
  app.post(`${path}/join`, { schema: join }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { id, other, reason } = request.body
    await households.join(staff, request.params.household, other, { id, reason })
    return reply.code(204).send(null)
  })

  app.post(`${path}/not-alike`, { schema: join }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { id, other, reason } = request.body
    await households.refuse(staff, request.params.household, other, { id, reason })
    return reply.code(204).send(null)
  })

  const part = {
    ...{ ...frame, params: OfHousehold, body: PartFiles },
    response: { 204: nothing, ...troubles },
  }
  app.post(`${path}/part`, { schema: part }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await households.part(staff, request.params.household, request.body.joining)
    return reply.code(204).send(null)
  })
}

const OPEN: readonly string[] = ['unfinished', 'waiting', 'claimed']

const nameOf = ({ kind, body }: FileRecord) =>
  kind === 'member' && body ? [(body as Member).name] : []

function joinedView({ id, body, by, at }: FileRecord) {
  const { reason = null } = (body ?? {}) as { readonly reason?: string }
  return { id, reason, by: by.name, at: iso(at) }
}

function countsOf(into: readonly FileRecord[], from: readonly FileRecord[]) {
  const kinds = [...new Set([...into, ...from].map(({ kind }) => kind))]
    .filter((kind) => !isApart(kind))
    .sort()
  const count = (records: readonly FileRecord[], kind: string) =>
    records.filter((each) => each.kind === kind).length
  return kinds.map((kind) => ({ kind, into: count(into, kind), from: count(from, kind) }))
}

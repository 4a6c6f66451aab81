import { z } from 'zod'
import { UNDO_CLAIM } from '../../../core/casework/allowed-acts.ts'
import {
  BulkClaim,
  BulkDone,
  Claim,
  Claimed,
  Close,
  Confirm,
  ContactTry,
  Erase,
  Note,
  Release,
  Reopen,
  Reveal,
  Revealed,
  SetIndicator,
  SettleSuspect,
  Snooze,
  Unclaim,
} from '../../../core/contract/desk/acts.ts'
import { CaseView } from '../../../core/contract/desk/case-view.ts'
import { Done, IndicatorCodeShape } from '../../../core/contract/desk/fields.ts'
import { problem } from '../../../core/errors.ts'
import { DAY, SECOND } from '../../../core/time.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { bulkView } from './bulk-view.ts'
import { caseView } from './case-view.ts'
import { frame, iso, mustAct, nothing, OfCase, troubles } from './frame.ts'

/** After so long a phone number is masked again. */
const SHOWN = 60 * SECOND

const done = { 200: Done, ...troubles }
const change = <Body extends z.ZodType>(body: Body) => ({
  ...frame,
  params: OfCase,
  body,
  response: done,
})

/** One case: reading it, taking it, deciding about it. */
export function caseRoutes(app: App, gate: Gate): void {
  const { desk } = gate
  const at = '/api/desk/cases/:number'

  const view = { ...frame, params: OfCase, response: { 200: CaseView, ...troubles } }
  app.get(at, { schema: view }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await desk.readCase(staff, request.params.number)
    const names = new Map((await desk.listColleagues(staff)).map(({ id, name }) => [id, name]))
    const talk = await talkOf(found.conversation, gate)
    return caseView(found, staff.id, (id) => names.get(id), gate, talk)
  })

  const reveal = {
    ...frame,
    params: OfCase,
    body: Reveal,
    response: { 200: Revealed, ...troubles },
  }
  app.post(`${at}/reveal`, { schema: reveal }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const phone = await desk.revealPhone(staff, request.params.number, request.body.reason)
    return { phone, hideAt: iso(gate.clock() + SHOWN) }
  })

  const claim = { ...frame, params: OfCase, body: Claim, response: { 200: Claimed, ...troubles } }
  app.post(`${at}/claim`, { schema: claim }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const version = await desk.claimCase(staff, number, request.body.version)
    return { number, by: staff.name, version, undoUntil: iso(gate.clock() + UNDO_CLAIM) }
  })

  app.post(`${at}/unclaim`, { schema: change(Unclaim) }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    return { number, version: await desk.unclaimCase(staff, number, request.body.version) }
  })

  app.post(`${at}/release`, { schema: change(Release) }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { version, reason, note = '' } = request.body
    return { number, version: await desk.releaseCase(staff, number, version, { reason, note }) }
  })

  app.post(`${at}/notes`, { schema: change(Note) }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    return { number, version: await desk.addNote(staff, number, request.body) }
  })

  app.post(`${at}/contact-try`, { schema: change(ContactTry) }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    return { number, version: await desk.noteTry(staff, number, request.body) }
  })

  const set = { ...change(SetIndicator), params: OfIndicator }
  app.post(`${at}/indicators/:code`, { schema: set }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number, code } = request.params
    return { number, version: await desk.setIndicator(staff, number, { code, ...request.body }) }
  })

  app.post(`${at}/confirm`, { schema: change(Confirm) }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { version, note } = request.body
    return { number, version: await desk.confirmAssessment(staff, number, version, note) }
  })

  app.post(`${at}/close`, { schema: change(Close) }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { version, outcome, note, recheck, tell } = request.body
    const key = `outcome_told.${outcome}`
    const told = tell && gate.texts.desk.has(key) ? gate.texts.desk.say(key) : null
    const how = { outcome, note, recheck, told }
    return { number, version: await desk.closeCase(staff, number, version, how) }
  })

  app.post(`${at}/reopen`, { schema: change(Reopen) }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { version, ...why } = request.body
    return { number, version: await desk.reopenCase(staff, number, version, why) }
  })

  const erase = { ...frame, params: OfCase, body: Erase, response: { 204: nothing, ...troubles } }
  app.post(`${at}/erase`, { schema: erase }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { version, reason } = request.body
    await desk.eraseCase(staff, request.params.number, version, reason)
    return reply.code(204).send(null)
  })

  app.post(`${at}/snooze`, { schema: change(Snooze) }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { version, until, ...why } = request.body
    const how = { ...why, until: until === null ? null : comes(until, gate) }
    return { number, version: await desk.snoozeCase(staff, number, version, how) }
  })

  const settle = { ...change(SettleSuspect), params: OfSuspect }
  app.post(`${at}/suspects/:seq`, { schema: settle }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number, seq } = request.params
    return { number, version: await desk.settleSuspect(staff, number, { seq, ...request.body }) }
  })

  const bulk = { ...frame, body: BulkClaim, response: { 200: BulkDone, ...troubles } }
  app.post('/api/desk/bulk/claim', { schema: bulk }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return bulkView(await desk.claimCases(staff, request.body.cases), gate)
  })
}

const OfSuspect = OfCase.extend({ seq: z.coerce.number().int().min(0).max(2_147_483_647) })

/** Longer than this one does not put aside: one closes, with a day to look again. */
const LONGEST_SNOOZE = 30 * DAY

function comes(until: string, gate: Gate): number {
  const at = Date.parse(until)
  const ahead = at - gate.clock()
  if (ahead <= 0 || ahead > LONGEST_SNOOZE) throw problem('bad_request', { field: 'until' })
  return at
}

const OfIndicator = OfCase.extend({ code: IndicatorCodeShape })

/** What is known of the other end of the talk. */
async function talkOf(conversation: string | null, gate: Gate) {
  if (conversation === null) return { reach: null, netName: null }
  const [reach = null, netName = null] = await Promise.all([
    gate.reachOf?.(conversation),
    gate.netNameOf?.(conversation),
  ])
  return { reach, netName }
}

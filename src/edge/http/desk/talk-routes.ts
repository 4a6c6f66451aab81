import { Done } from '../../../core/contract/desk/fields.ts'
import {
  Capture,
  GiveBack,
  Presence as PresenceBody,
  Say,
  TakeOver,
} from '../../../core/contract/desk/talk.ts'
import { problem } from '../../../core/errors.ts'
import { said } from '../chat/said.ts'
import type { App, Gate } from '../parts.ts'
import { frame, mustAct, nothing, OfCase, troubles } from './frame.ts'
import type { Presence } from './presence.ts'
import { sentFiles } from './sent-files.ts'
import { presenceTopic } from './topics.ts'

const told = { 204: nothing, ...troubles }

/** Speaking with the resident, and who is looking. */
export function talkRoutes(app: App, gate: Gate, presence: Presence): void {
  const { desk } = gate
  const at = '/api/desk/cases/:number'

  const takeOver = { ...frame, params: OfCase, body: TakeOver, response: told }
  app.post(`${at}/take-over`, { schema: takeOver }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await desk.takeOver(staff, request.params.number, request.body.id)
    return reply.code(204).send(null)
  })

  const say = { ...frame, params: OfCase, body: Say, response: told }
  app.post(`${at}/say`, { schema: say }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { id, text, files, seen } = request.body
    if (text.trim() === '' && files.length === 0) throw problem('bad_request', { field: 'text' })
    const { conversation } = await desk.talkOf(staff, number)
    const sent = await sentFiles(gate, conversation, files)
    await desk.sayTo(staff, number, id, said(text), seen, sent)
    return reply.code(204).send(null)
  })

  const giveBack = { ...frame, params: OfCase, body: GiveBack, response: told }
  app.post(`${at}/give-back`, { schema: giveBack }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { id, ...place } = request.body
    await desk.giveBack(staff, request.params.number, id, place)
    return reply.code(204).send(null)
  })

  const capture = { ...frame, params: OfCase, body: Capture, response: { 200: Done, ...troubles } }
  app.post(`${at}/capture`, { schema: capture }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const { slot, value, seq: message, quote = '' } = request.body
    return { number, version: await desk.capture(staff, number, { slot, value, message, quote }) }
  })

  const look = { ...frame, params: OfCase, body: PresenceBody, response: told }
  app.post(`${at}/presence`, { schema: look }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    await desk.seesCase(staff, number)
    const { id, name, district } = staff
    presence.note(`${district}/${number}`, { id, name, typing: request.body.typing })
    gate.live.announce(presenceTopic(district, number))
    return reply.code(204).send(null)
  })
}

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CaseNumber, CaseSheet, Claim, Claimed, Queue, Say } from '../../../core/contract/desk.ts'
import { Trouble } from '../../../core/contract/trouble.ts'
import { said } from '../chat/said.ts'
import type { App, Gate } from '../parts.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import { caseSheetOf, queueItemOf } from './json.ts'
import { mustSignIn, type Session } from './session.ts'

const troubles = {
  400: Trouble,
  401: Trouble,
  403: Trouble,
  404: Trouble,
  409: Trouble,
  413: Trouble,
  415: Trouble,
  429: Trouble,
  503: Trouble,
}

const frame = { tags: ['desk'], security: [{ desk: [] }] }
const params = z.strictObject({ number: CaseNumber })

/** The JSON twins of the console: the same verbs, the same sight. */
export function deskApi(app: App, gate: Gate): void {
  const queue = { ...frame, response: { 200: Queue, ...troubles } }
  app.get('/api/desk/queue', { schema: queue }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const rows = await gate.desk.listQueue(staff)
    return { cases: rows.map((row) => queueItemOf(row, gate.clock())) }
  })

  const sheet = { ...frame, params, response: { 200: CaseSheet, ...troubles } }
  app.get('/api/desk/cases/:number', { schema: sheet }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return caseSheetOf(await gate.desk.readCase(staff, request.params.number), gate.clock(), gate)
  })

  const claim = { ...frame, params, body: Claim, response: { 200: Claimed, ...troubles } }
  app.post('/api/desk/cases/:number/claim', { schema: claim }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    const version = await gate.desk.claimCase(staff, number, request.body.version)
    return { number, by: staff.name, version }
  })

  const release = { ...frame, params, body: Claim, response: { 200: Released, ...troubles } }
  app.post('/api/desk/cases/:number/release', { schema: release }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { number } = request.params
    return { number, version: await gate.desk.releaseCase(staff, number, request.body.version) }
  })

  const say = { ...frame, params, body: Say, response: { 204: z.null(), ...troubles } }
  app.post('/api/desk/cases/:number/say', { schema: say }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { id, text } = request.body
    await gate.desk.sayTo(staff, request.params.number, id, said(text))
    return reply.code(204).send(null)
  })
}

const Released = z.strictObject({ number: z.string(), version: z.int() })

/** The body is JSON, which no foreign form can send, and the cookie never leaves our own pages. */
function mustAct(request: FastifyRequest, gate: Gate): Promise<Session> {
  mustBeSameOrigin(request)
  return mustSignIn(request, gate)
}

import { z } from 'zod'
import { Alerts, type AlertView } from '../../../core/contract/desk/alerts.ts'
import { Notices } from '../../../core/contract/desk/notices.ts'
import { QueuePage, QueueQuery } from '../../../core/contract/desk/queue.ts'
import type { Alert } from '../../../work/ports/cases.ts'
import type { Notice } from '../../../work/ports/desk.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, iso, mustAct, nothing, troubles } from './frame.ts'
import { queueRow } from './queue-row.ts'
import { placeName, word } from './words.ts'

/** What waits: cases, dangers, and what calls this person. */
export function queueRoutes(app: App, gate: Gate): void {
  const queue = { ...frame, querystring: QueueQuery, response: { 200: QueuePage, ...troubles } }
  app.get('/api/desk/queue', { schema: queue }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { status: list, street, filter, q, after, owner } = request.query
    const found = await gate.desk.listCases(staff, {
      list,
      ...(street ? { street } : {}),
      ...(filter ? { filter } : {}),
      ...(q ? { q } : {}),
      ...(after ? { after } : {}),
      ...(owner ? { owner } : {}),
    })
    const { rows, next, counts, wakes } = found
    const { waiting, mine } = found.lists
    const cases = rows.map((row) => queueRow(row, staff.id, gate))
    const until = wakes === null ? null : iso(wakes)
    return { cases, next, counts, lists: { waiting, mine }, wakes: until, now: iso(gate.clock()) }
  })

  const alerts = { ...frame, response: { 200: Alerts, ...troubles } }
  app.get('/api/desk/alerts', { schema: alerts }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await gate.desk.listAlerts(staff)
    return { alerts: found.map((alert) => alertView(alert, gate)), now: iso(gate.clock()) }
  })

  const see = { ...frame, params: OfAlert, response: { 204: nothing, ...troubles } }
  app.post('/api/desk/alerts/:id/acknowledge', { schema: see }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await gate.desk.acknowledgeAlert(staff, request.params.id)
    return reply.code(204).send(null)
  })

  const notices = { ...frame, response: { 200: Notices, ...troubles } }
  app.get('/api/desk/notices', { schema: notices }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await gate.desk.listNotices(staff)
    const unseen = found.filter(({ seen }) => !seen).length
    return { notices: found.map((notice) => noticeView(notice, gate)), unseen }
  })

  const seen = { ...frame, response: { 204: nothing, ...troubles } }
  app.post('/api/desk/notices/seen', { schema: seen }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await gate.desk.seeNotices(staff)
    return reply.code(204).send(null)
  })
}

const OfAlert = z.strictObject({ id: z.guid().describe('Id of the alert.') })

function alertView(alert: Alert, gate: Gate): z.infer<typeof AlertView> {
  const { id, number, street, tier, type, raisedAt } = alert
  return {
    ...{ id, number, street, tier, type, at: iso(raisedAt) },
    streetName: street && placeName(gate, street),
    label: word(gate.texts.desk, 'danger', type),
  }
}

function noticeView({ id, kind, number, about, from, at, seen }: Notice, gate: Gate) {
  const sentence = gate.texts.desk.say(`notice.${kind}`, { from: from ?? '', number })
  const to = about !== '' ? `/${about}` : number === '' ? '/queue' : `/cases/${number}`
  return { id, kind, number, to, sentence, at: iso(at), seen }
}

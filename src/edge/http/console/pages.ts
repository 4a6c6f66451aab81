import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CaseNumber } from '../../../core/contract/desk.ts'
import { isProblem, type Problem, problem } from '../../../core/errors.ts'
import { said } from '../chat/said.ts'
import { sendPage } from '../document.ts'
import type { App, Gate } from '../parts.ts'
import { sentence } from '../sentence.ts'
import { casePage } from './case-page.ts'
import { type QueueView, queuePage } from './queue-page.ts'
import { beginSession, mustSignForm, type Session, sessionOf } from './session.ts'

const hidden = { schema: { hide: true } }

/** The console: plain pages and forms. */
export function consolePages(app: App, gate: Gate): void {
  app.get('/console/queue', hidden, async (request, reply) => {
    const session = await comeIn(request, reply, gate)
    if (!session) return reply.redirect('/console/sign-in', 303)
    return sendPage(reply, queuePage(gate, session, await queueOf(gate, session)))
  })

  app.get('/console/cases/:number', hidden, async (request, reply) => {
    const session = await comeIn(request, reply, gate)
    if (!session) return reply.redirect('/console/sign-in', 303)
    return showCase(reply, gate, session, numberOf(request))
  })

  app.post('/console/alerts/:id', hidden, async (request, reply) => {
    const session = await mustSignForm(request, gate, Form.parse(request.body).csrf)
    const found = z.object({ id: z.guid() }).safeParse(request.params)
    if (!found.success) throw problem('not_found')
    await gate.desk.acknowledgeAlert(session.staff, found.data.id)
    return reply.redirect('/console/queue', 303)
  })

  for (const verb of VERBS) {
    app.post(`/console/cases/:number/${verb}`, hidden, async (request, reply) => {
      const form = Form.parse(request.body)
      const session = await mustSignForm(request, gate, form.csrf)
      const number = numberOf(request)
      try {
        await act(verb, gate, session, number, form)
      } catch (error) {
        if (!isProblem(error) || error.status !== 409) throw error
        return showCase(reply.code(409), gate, session, number, error)
      }
      return reply.redirect(`/console/cases/${number}`, 303)
    })
  }
}

const VERBS = ['claim', 'release', 'say', 'take-over', 'give-back'] as const

const Form = z
  .object({
    csrf: z.string(),
    version: z.coerce.number().int().min(0).max(2_147_483_647).catch(-1),
    id: z.guid().optional().catch(undefined),
    text: z.string().default('').catch(''),
  })
  .catch(() => {
    throw problem('not_allowed')
  })

async function act(
  verb: (typeof VERBS)[number],
  gate: Gate,
  { staff }: Session,
  number: string,
  { version, id, text }: z.infer<typeof Form>,
): Promise<unknown> {
  const { desk } = gate
  if (verb === 'claim') return desk.claimCase(staff, number, version)
  if (verb === 'release') return desk.releaseCase(staff, number, version)
  if (id === undefined) throw problem('bad_request', { field: 'id' })
  if (verb === 'take-over') return desk.takeOver(staff, number, id)
  if (verb === 'give-back') return desk.giveBack(staff, number, id)
  const words = said(text).trim()
  return words === '' ? undefined : desk.sayTo(staff, number, id, words)
}

async function queueOf({ desk }: Gate, { staff }: Session): Promise<QueueView> {
  const waiting = await desk.listQueue(staff)
  const mine = await desk.listMine(staff)
  return { waiting, mine, alerts: await desk.listAlerts(staff) }
}

async function showCase(
  reply: FastifyReply,
  gate: Gate,
  session: Session,
  number: string,
  trouble?: Problem,
) {
  const found = await gate.desk.readCase(session.staff, number)
  const note = trouble && sentence(trouble, gate.texts.console)
  return sendPage(reply, casePage(gate, session, found, note))
}

/** A number that no case can have is treated like one that is not there. */
function numberOf(request: FastifyRequest): string {
  const found = z.object({ number: CaseNumber }).safeParse(request.params)
  if (!found.success) throw problem('not_found')
  return found.data.number
}

/** In a demonstration one is signed in at once; `?as=` changes who one is. */
async function comeIn(
  request: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
): Promise<Session | null> {
  const { demo } = gate.settings
  const session = await sessionOf(request, gate)
  if (demo === null) return session
  const { as } = As.parse(request.query)
  if (session && (as === undefined || as === session.staff.login)) return session
  const found = await gate.door.findByLogin(as ?? demo)
  return found ? beginSession(request, reply, gate, found.staff) : session
}

const As = z.object({ as: z.string().max(100).optional().catch(undefined) }).catch({})

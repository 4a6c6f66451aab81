import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isProblem } from '../../../core/errors.ts'
import type { Incoming } from '../../../core/events/incoming.ts'
import type { Shown } from '../../../work/ports/chat.ts'
import { dropCookie, readCookie } from '../cookies.ts'
import { sendPage } from '../document.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import { messageOf } from './message.ts'
import { chatPageOf } from './page.ts'
import { said } from './said.ts'
import { CHAT_COOKIE, keepTalking } from './talking.ts'
import type { Talking } from './talks.ts'
import { SIZES, type Size } from './view.ts'

const SIZE_COOKIE = 'hearth-size'

/** A year in seconds. */
const SIZE_KEPT = 365 * 24 * 60 * 60

const hidden = { schema: { hide: true } }

/** The page at `/` and the forms on it. A resident's odd input never meets an error here. */
export function chatPage(app: App, gate: Gate): void {
  // Looking whether the page is there must not begin a conversation.
  app.head('/', hidden, async (_request, reply) => reply.type('text/html; charset=utf-8').send())

  app.get('/', { ...hidden, exposeHeadRoute: false }, async (request, reply) => {
    const query = Query.parse(request.query)
    if (query.size !== undefined) return keepSize(request, reply, query.size)
    const { talking, messages } = await continueOrOpen(request, reply, gate, query.street)
    const shown = messages ?? (await gate.chat.readMessages(talking.id, 0))
    return sendPage(reply, pageOf(request, gate, shown))
  })

  app.post('/chat', hidden, async (request, reply) => {
    mustBeSameOrigin(request)
    const form = Form.parse(request.body)
    const { talking } = await continueOrOpen(request, reply, gate, undefined)
    mustWait(gate.rates.conversation, talking.id, gate)
    try {
      const incoming = incomingOf(form)
      if (incoming) await gate.talks.tell(talking, form.id ?? randomUUID(), incoming)
    } catch (error) {
      if (!isProblem(error) || error.code !== 'too_large') throw error
      const shown = await gate.chat.readMessages(talking.id, 0)
      return sendPage(reply.code(413), pageOf(request, gate, shown, form.text))
    }
    return reply.redirect('/#now', 303)
  })

  app.post('/chat/forget', hidden, async (request, reply) => {
    mustBeSameOrigin(request)
    dropCookie(request, reply, CHAT_COOKIE)
    return reply.redirect('/', 303)
  })
}

/** What does not fit is as if it were not there. */
const Query = z
  .object({
    street: z.string().optional().catch(undefined),
    size: z.enum(SIZES).optional().catch(undefined),
  })
  .catch({})

const Form = z
  .object({
    id: z.guid().optional().catch(undefined),
    text: z.string().optional().catch(undefined),
    option: z.string().max(200).optional().catch(undefined),
    pick: z
      .union([z.string(), z.array(z.string()).max(30)])
      .optional()
      .catch(undefined),
  })
  .catch({})

function incomingOf(form: z.infer<typeof Form>): Incoming | null {
  if (form.option !== undefined) return { kind: 'tap', option: said(form.option) }
  const picked = form.pick === undefined ? undefined : [form.pick].flat().join(' ')
  const text = said(picked ?? form.text ?? '')
  return text.trim() === '' ? null : { kind: 'text', text }
}

async function continueOrOpen(
  request: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
  street: string | undefined,
): Promise<{ readonly talking: Talking; readonly messages?: readonly Shown[] }> {
  const token = readCookie(request, CHAT_COOKIE)
  const talking = token === undefined ? null : await gate.talks.find(token)
  if (talking) return { talking }
  mustWait(gate.rates.opened, request.ip, gate)
  const place = street !== undefined && gate.isPlace(street) ? street : undefined
  const opened = await gate.talks.open('web', place)
  keepTalking(request, reply, opened.token)
  return opened
}

function pageOf(request: FastifyRequest, gate: Gate, shown: readonly Shown[], draft?: string) {
  const size = sizeOf(request)
  const rest = draft === undefined ? {} : { draft }
  return chatPageOf({ messages: shown.map(messageOf), size, id: randomUUID, ...rest }, gate)
}

function sizeOf(request: FastifyRequest): Size {
  const chosen = request.cookies[SIZE_COOKIE]
  return SIZES.find((size) => size === chosen) ?? 'normal'
}

function keepSize(request: FastifyRequest, reply: FastifyReply, size: Size) {
  reply.setCookie(SIZE_COOKIE, size, {
    path: '/',
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: SIZE_KEPT,
  })
  return reply.redirect('/', 303)
}

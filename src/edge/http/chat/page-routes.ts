import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isProblem } from '../../../core/errors.ts'
import type { Incoming } from '../../../core/events/incoming.ts'
import { dropCookie, readCookie } from '../cookies.ts'
import { sendPage } from '../document.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import { CHINESE, isSpoken, keepLanguage, languageOf, pageTexts } from './language.ts'
import { continueOrOpen, pageOf } from './render.ts'
import { said } from './said.ts'
import { keepSize } from './size.ts'
import { CHAT_COOKIE } from './talking.ts'
import { SIZES } from './view.ts'

const hidden = { schema: { hide: true } }

/** The page at `/` and the forms on it. A resident's odd input never meets an error here. */
export function chatPage(app: App, gate: Gate): void {
  // Looking whether the page is there must not begin a conversation.
  app.head('/', hidden, async (_request, reply) => reply.type('text/html; charset=utf-8').send())

  app.get('/', { ...hidden, exposeHeadRoute: false }, async (request, reply) => {
    const query = Query.parse(request.query)
    if (query.size !== undefined) {
      keepSize(request, reply, query.size)
      return reply.redirect('/', 303)
    }
    if (query.lang !== undefined && isSpoken(query.lang, gate)) {
      await speak(request, reply, gate, query.lang)
      return reply.redirect(query.street ? `/?street=${query.street}` : '/', 303)
    }
    const { talking, messages } = await continueOrOpen(request, reply, gate, query.street)
    const shown = messages ?? (await gate.chat.readMessages(talking.id, 0))
    return sendPage(reply, pageOf(request, gate, talking, shown))
  })

  app.post('/chat', hidden, async (request, reply) => {
    mustBeSameOrigin(request)
    const form = Form.parse(request.body)
    const { talking } = await continueOrOpen(request, reply, gate, undefined)
    mustWait(gate.rates.conversation, talking.id, gate)
    const { say } = pageTexts(request, gate)
    const again = async (note: string, draft = '') => {
      const shown = await gate.chat.readMessages(talking.id, 0)
      return sendPage(reply, pageOf(request, gate, talking, shown, { draft, note }))
    }
    try {
      const incoming = incomingOf(form)
      if (!incoming) return await again(say('state.nothing'))
      await gate.talks.tell(talking, form.id ?? randomUUID(), incoming)
    } catch (error) {
      if (!isProblem(error) || error.code !== 'too_large') throw error
      reply.code(413)
      return again(say('too_long'), form.text)
    }
    return reply.redirect('/#now', 303)
  })

  app.post('/chat/forget', hidden, async (request, reply) => {
    mustBeSameOrigin(request)
    dropCookie(request, reply, CHAT_COOKIE)
    reply.header('clear-site-data', '"cache", "storage"')
    return reply.redirect('/', 303)
  })
}

/** From now on the page and the talk, if there is one, are in this language. */
async function speak(
  request: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
  language: string,
): Promise<void> {
  keepLanguage(request, reply, language)
  const token = readCookie(request, CHAT_COOKIE)
  const talking = token === undefined ? null : await gate.talks.find(token)
  if (!talking || language === (languageOf(request, gate) ?? CHINESE)) return
  mustWait(gate.rates.conversation, talking.id, gate)
  await gate.talks.tell(talking, randomUUID(), { kind: 'opened', language })
}

/** What does not fit is as if it were not there. */
const Query = z
  .object({
    street: z
      .string()
      .regex(/^\d{9,12}$/)
      .optional()
      .catch(undefined),
    size: z.enum(SIZES).optional().catch(undefined),
    lang: z.string().max(20).optional().catch(undefined),
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

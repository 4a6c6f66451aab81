import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isProblem } from '../../../core/errors.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import { sizeOf } from '../chat/size.ts'
import { document, sendPage } from '../document.ts'
import { type Fragment, type Html, html } from '../html.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import { textOf } from './visit-views.ts'

const hidden = { schema: { hide: true } }

/** `/reply/…`: a partner answers a reminder by its link, once, without signing in and without JavaScript. */
export function reminderPages(app: App, gate: Gate): void {
  app.get('/reply/:token', { ...hidden, exposeHeadRoute: false }, async (request, reply) => {
    mustWait(gate.rates.resumeCode, request.ip, gate)
    const { token } = Params.parse(request.params)
    const found = await read(gate, token)
    const page = found ? askPage(gate, request, token, found) : endPage(gate, request, 'gone')
    return sendPage(found ? reply : reply.code(404), page)
  })

  app.post('/reply/:token', hidden, async (request, reply) => {
    mustBeSameOrigin(request)
    mustWait(gate.rates.resumeCode, request.ip, gate)
    const { token } = Params.parse(request.params)
    const { done, words, version } = Form.parse(request.body)
    if (done === null) {
      const found = await read(gate, token)
      if (found) return sendPage(reply, askPage(gate, request, token, found, true))
    }
    const taken = await gate.office.reminders
      .answerLink(token, version, { done: done === 'yes', words })
      .then(
        () => true,
        (error: unknown) => {
          if (isProblem(error)) return false
          throw error
        },
      )
    if (!taken) reply.code(404)
    return sendPage(reply, endPage(gate, request, taken ? 'thanks' : 'gone'))
  })
}

const Params = z.object({ token: z.string().max(100).catch('') }).catch({ token: '' })

const Form = z
  .object({
    done: z.enum(['yes', 'no']).nullable().catch(null),
    words: z.string().trim().max(500).catch(''),
    version: z.coerce.number().int().min(1).max(2_147_483_647).catch(1),
  })
  .catch({ done: null, words: '', version: 1 })

/** Null for a link that does not work, or not any more: both look the same from outside. */
function read(gate: Gate, token: string): Promise<FileRecord | null> {
  return gate.office.reminders.readLink(token).catch((error: unknown) => {
    if (isProblem(error)) return null
    throw error
  })
}

function askPage(
  gate: Gate,
  request: FastifyRequest,
  token: string,
  { body, dueOn, version }: FileRecord,
  unanswered = false,
): Html {
  const { say } = gate.texts.page
  const day = dueOn ?? shanghai(gate.clock()).day
  return frame(
    gate,
    request,
    html`${unanswered && html`<p class="note" role="alert">${say('reply.choose')}</p>`}
<p>${say('reply.hello', { name: textOf(body, 'partner') })}</p>
<blockquote><p>${textOf(body, 'words')}</p></blockquote>
<p>${say('reply.until', { day })}</p>
<form class="steps" method="post" action="/reply/${token}">
<input type="hidden" name="version" value="${version}">
<label for="words">${say('reply.words')}</label>
<textarea id="words" name="words" rows="3" maxlength="500" autocomplete="off"></textarea>
<button class="send" name="done" value="yes">${say('reply.done')}</button>
<button class="send" name="done" value="no">${say('reply.not_done')}</button></form>
<p>${say('reply.private')}</p>`,
  )
}

function endPage(gate: Gate, request: FastifyRequest, how: 'thanks' | 'gone'): Html {
  return frame(gate, request, html`<p role="status">${gate.texts.page.say(`reply.${how}`)}</p>`)
}

function frame(gate: Gate, request: FastifyRequest, body: Fragment): Html {
  const { say } = gate.texts.page
  return document({
    title: say('reply.title'),
    bundle: { ...gate.assets.chat, script: null },
    look: sizeOf(request),
    body: html`<main class="trouble"><h1>${say('reply.title')}</h1>
${body}</main>`,
  })
}

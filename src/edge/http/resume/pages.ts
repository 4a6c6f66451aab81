import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { keepTalking } from '../chat/talking.ts'
import { sendPage } from '../document.ts'
import type { App, Gate } from '../parts.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import { askToResume, confirmResume } from './ask.ts'
import { askedPair, digitsOf } from './asked-pair.ts'
import { codePage, pairPage } from './page.ts'

const hidden = { schema: { hide: true } }

/** `/resume`: number and phone, then the code. Works without JavaScript. */
export function resumePages(app: App, gate: Gate): void {
  app.get('/resume', { ...hidden, exposeHeadRoute: false }, async (request, reply) =>
    sendPage(reply, pairPage(gate, request)),
  )

  app.post('/resume', hidden, async (request, reply) => {
    mustBeSameOrigin(request)
    const { number, phone } = Form.parse(request.body)
    const token = await askToResume(gate, request.ip, askedPair(number, phone))
    return sendPage(reply, codePage(gate, request, token))
  })

  app.post('/resume/code', hidden, async (request, reply) => {
    mustBeSameOrigin(request)
    const { token, code } = Form.parse(request.body)
    const right = await confirmResume(gate, request.ip, token, digitsOf(code))
    return right
      ? goOn(request, reply, token)
      : sendPage(reply, codePage(gate, request, token, true))
  })
}

function goOn(request: FastifyRequest, reply: FastifyReply, token: string) {
  keepTalking(request, reply, token)
  return reply.redirect('/#now', 303)
}

const typed = z.string().max(100).catch('')

const Form = z
  .object({ number: typed, phone: typed, token: typed, code: typed })
  .catch({ number: '', phone: '', token: '', code: '' })

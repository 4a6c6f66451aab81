import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CHAT_COOKIE } from '../chat/talking.ts'
import { beginSession, sessionOf } from '../console/session.ts'
import { dropCookie } from '../cookies.ts'
import { sendPage } from '../document.ts'
import type { App, Gate } from '../parts.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import { allowFrames, holdFrames } from './allow-frames.ts'
import { demoPageOf } from './page.ts'

const hidden = { schema: { hide: true } }

/** `/demo`: a resident's phone beside an adviser's screen. Only in a demonstration is there such a page. */
export function demoPages(app: App, gate: Gate): void {
  const { demo } = gate
  const login = gate.settings.demo
  if (!demo || login === null) return
  allowFrames(app)

  app.get('/demo', hidden, async (request, reply) => {
    await signInAs(login, request, reply, gate)
    holdFrames(reply)
    return sendPage(reply, demoPageOf(demo, gate))
  })

  app.post('/demo/phone', hidden, async (request, reply) => {
    mustBeSameOrigin(request)
    const { story } = Form.parse(request.body)
    // One's own words come through the first story's link: so they reach the adviser on the right.
    const { street } = demo.stories[story - 1] ?? demo.stories[0] ?? {}
    dropCookie(request, reply, CHAT_COOKIE)
    return reply.redirect(street === undefined ? '/' : `/?street=${street}`, 303)
  })
}

/** The number on the button; 0 = one's own words. */
const Form = z.object({ story: z.coerce.number().int().catch(0) }).catch({ story: 0 })

/** The stories come to this adviser's street; somebody else would not see them. */
async function signInAs(
  login: string,
  request: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
): Promise<void> {
  const session = await sessionOf(request, gate)
  if (session?.staff.login === login) return
  const found = await gate.door.findByLogin(login)
  if (found) await beginSession(request, reply, gate, found.staff)
}

import { z } from 'zod'
import { problem } from '../../../core/errors.ts'
import { dropCookie } from '../cookies.ts'
import { sendPage } from '../document.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import { beginSession, DESK_COOKIE, mustSignForm } from './session.ts'
import { signInPage } from './sign-in-page.ts'

const hidden = { schema: { hide: true } }

const Form = z.object({
  login: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
})

/** A page of console or studio and nothing else, whatever the address says: never another site. */
const To = z
  .object({
    to: z
      .string()
      .max(300)
      .regex(/^\/(?:console|studio)\/[\w/?=&%.-]*$/),
  })
  .transform(({ to }) => to)
  .catch('/console/')

/** Coming in and going out. The answer never tells whether the name or the password was wrong. */
export function signInPages(app: App, gate: Gate): void {
  app.get('/console/sign-in', hidden, async (request, reply) =>
    sendPage(reply, signInPage(gate, { to: To.parse(request.query) })),
  )

  app.post('/console/sign-in', hidden, async (request, reply) => {
    mustBeSameOrigin(request)
    const to = To.parse(request.body)
    const form = Form.safeParse(request.body)
    if (!form.success) return sendPage(reply.code(401), signInPage(gate, { to, wrong: true }))
    const { login, password } = form.data
    mustWait(gate.rates.signIns, request.ip, gate)
    mustWait(gate.rates.login, login.toLowerCase(), gate)
    const found = await gate.door.findByLogin(login)
    const right = await gate.verifyPassword(found?.password ?? null, password)
    if (!found || !right) {
      return sendPage(reply.code(401), signInPage(gate, { to, wrong: true }))
    }
    await beginSession(request, reply, gate, found.staff)
    return reply.redirect(to, 303)
  })

  app.post('/console/sign-out', hidden, async (request, reply) => {
    const { csrf } = Out.parse(request.body)
    const session = await mustSignForm(request, gate, csrf)
    await gate.door.closeSession(session.token)
    dropCookie(request, reply, DESK_COOKIE)
    reply.header('clear-site-data', '"cache", "storage"')
    return reply.redirect('/console/sign-in', 303)
  })
}

const Out = z.object({ csrf: z.string() }).catch(() => {
  throw problem('not_allowed')
})

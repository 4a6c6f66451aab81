import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../document.ts'
import type { App, Gate } from '../parts.ts'
import { allowStyles } from './allow-styles.ts'
import { beginSession, type Session, sessionOf } from './session.ts'
import { ROOMS, shellPage } from './shell-page.ts'

const hidden = { schema: { hide: true } }

/** Every address of a room is the same page: the browser draws the rest from the API. */
export function consolePages(app: App, gate: Gate): void {
  for (const room of ROOMS) {
    app.get(`/${room}`, hidden, async (request, reply) =>
      reply.redirect(request.url.replace(room, `${room}/`), 303),
    )
    app.get(`/${room}/*`, hidden, async (request, reply) => {
      const session = await comeIn(request, reply, gate)
      if (!session) return reply.redirect(signInFor(request.url), 303)
      return sendPage(reply, shellPage(gate, room, session, allowStyles(reply)))
    })
  }
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

/** The sign-in remembers where one wanted to go. */
const signInFor = (url: string) => `/console/sign-in?to=${encodeURIComponent(url)}`

import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { readCookie, writeCookie } from '../cookies.ts'
import type { Gate } from '../parts.ts'
import { mustBeSameOrigin } from '../same-origin.ts'

export const DESK_COOKIE = 'hearth-desk'

/** Somebody at the desk. `csrf` proves that a form is from our own page. */
export type Session = { readonly staff: Staff; readonly token: string; readonly csrf: string }

/** The session of a call, or null. */
export async function sessionOf(request: FastifyRequest, gate: Gate): Promise<Session | null> {
  const token = readCookie(request, DESK_COOKIE)
  if (!token) return null
  const staff = await gate.door.staffOf(token)
  return staff && { staff, token, csrf: csrfOf(token) }
}

export async function mustSignIn(request: FastifyRequest, gate: Gate): Promise<Session> {
  const session = await sessionOf(request, gate)
  if (!session) throw problem('not_signed_in')
  return session
}

/** For a form that changes something: signed in, from our own page, with the page's own token. */
export async function mustSignForm(
  request: FastifyRequest,
  gate: Gate,
  csrf: string,
): Promise<Session> {
  mustBeSameOrigin(request)
  const session = await mustSignIn(request, gate)
  const given = createHash('sha256').update(csrf).digest()
  const right = createHash('sha256').update(session.csrf).digest()
  if (!timingSafeEqual(given, right)) throw problem('not_allowed')
  return session
}

export async function beginSession(
  request: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
  staff: Staff,
): Promise<Session> {
  const token = await gate.door.openSession(staff)
  writeCookie(request, reply, { name: DESK_COOKIE, value: token, sameSite: 'strict' })
  return { staff, token, csrf: csrfOf(token) }
}

/** Made from the session's secret, so that it needs no place of its own and ends with it. */
const csrfOf = (token: string) => createHash('sha256').update(`csrf ${token}`).digest('base64url')

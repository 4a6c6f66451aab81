import type { FastifyReply, FastifyRequest } from 'fastify'

/** A year in seconds. */
const KEPT = 365 * 24 * 60 * 60

/** Keeps on this phone how somebody likes to read: the size of letters, the language. Says nothing of who it is. */
export function keepChoice(
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: 'hearth-size' | 'hearth-language',
  value: string,
): void {
  reply.setCookie(cookie, value, {
    path: '/',
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: KEPT,
  })
}

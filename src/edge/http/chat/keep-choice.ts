import type { FastifyReply, FastifyRequest } from 'fastify'

/** A year in seconds. */
const KEPT = 365 * 24 * 60 * 60

type Choice = 'hearth-size' | 'hearth-language'

/** What this phone keeps; nothing in a request that was refused before its cookies were read. */
export const chosenBy = (request: FastifyRequest, cookie: Choice): string | undefined =>
  (request.cookies as FastifyRequest['cookies'] | undefined)?.[cookie]

/** Keeps on this phone how somebody likes to read: the size of letters, the language. Says nothing of who it is. */
export function keepChoice(
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: Choice,
  value: string,
): void {
  reply.setCookie(cookie, value, {
    path: '/',
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: KEPT,
  })
}

import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'

/**
 * Lets one answer carry style sheets that its own script makes, and no others: the widgets of the
 * console write theirs at run time. Gives the word that they must carry.
 */
export function allowStyles(reply: FastifyReply): string {
  const nonce = randomBytes(16).toString('base64')
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  const wider = policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
  reply.header('content-security-policy', wider)
  return nonce
}

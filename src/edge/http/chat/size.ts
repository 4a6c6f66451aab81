import type { FastifyReply, FastifyRequest } from 'fastify'
import { SIZES, type Size } from './view.ts'

const SIZE_COOKIE = 'hearth-size'

/** A year in seconds. */
const SIZE_KEPT = 365 * 24 * 60 * 60

/** The size of letters that this person chose (标准 · 大字 · 特大). */
export function sizeOf(request: FastifyRequest): Size {
  const chosen = request.cookies[SIZE_COOKIE]
  return SIZES.find((size) => size === chosen) ?? 'normal'
}

export function keepSize(request: FastifyRequest, reply: FastifyReply, size: Size): void {
  reply.setCookie(SIZE_COOKIE, size, {
    path: '/',
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: SIZE_KEPT,
  })
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { chosenBy, keepChoice } from './keep-choice.ts'
import { SIZES, type Size } from './view.ts'

const SIZE_COOKIE = 'hearth-size'

/** The size of letters that this person chose (标准 · 大字 · 特大). */
export function sizeOf(request: FastifyRequest): Size {
  const chosen = chosenBy(request, SIZE_COOKIE)
  return SIZES.find((size) => size === chosen) ?? 'normal'
}

export function keepSize(request: FastifyRequest, reply: FastifyReply, size: Size): void {
  keepChoice(request, reply, SIZE_COOKIE, size)
}

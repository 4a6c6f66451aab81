import type { FastifyRequest } from 'fastify'
import type { Talking } from '../chat/talks.ts'
import type { Gate } from '../parts.ts'
import type { Keep } from './read-form.ts'

/**
 * Keeps files of this conversation. Many at once from one address are refused with the sentence that
 * asks to send the rest later: the words beside them are taken all the same.
 */
export function keepFor(gate: Gate, request: FastifyRequest, talking: Talking): Keep {
  return async (bytes) => {
    const wait = gate.rates.files(request.ip, gate.clock())
    return wait > 0 ? { status: 'refused', why: 'full' } : gate.files.keep(talking.id, bytes)
  }
}

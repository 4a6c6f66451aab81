import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CaseNumber } from '../../../core/contract/desk/fields.ts'
import { Trouble } from '../../../core/contract/trouble.ts'
import { mustSignIn, type Session } from '../console/session.ts'
import type { Gate } from '../parts.ts'
import { mustBeSameOrigin } from '../same-origin.ts'

/** What every call of the desk may answer besides its own. */
export const troubles = {
  400: Trouble,
  401: Trouble,
  403: Trouble,
  404: Trouble,
  409: Trouble,
  413: Trouble,
  415: Trouble,
  429: Trouble,
  503: Trouble,
}

export const frame = { tags: ['desk'], security: [{ desk: [] }] }

export const OfCase = z.strictObject({ number: CaseNumber })

export const nothing = z.null().describe('Done.')

export const iso = (at: number) => new Date(at).toISOString()

/** For a call that changes something: JSON, which no foreign form can send, from our own pages. */
export function mustAct(request: FastifyRequest, gate: Gate): Promise<Session> {
  mustBeSameOrigin(request)
  return mustSignIn(request, gate)
}

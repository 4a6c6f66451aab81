import type { Incoming } from '../../core/events/incoming.ts'
import type { Instant } from '../../core/time.ts'
import type { NewTurn, Tail, TurnContent } from '../ports/turns.ts'
import { notesOf, turnOf } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import type { TurnRequest } from './turn-request.ts'

/** A message was taken back: its masking is ordered, where the dialog stands stays as it is. */
export function unsentTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  incoming: Extract<Incoming, { readonly kind: 'unsent' }>,
): NewTurn {
  const talk = tail.content?.talk ?? null
  const content: TurnContent = { in: incoming, out: [], talk, notes: notesOf(tail) }
  return turnOf(parts, request, tail, at, 'answered', content, [])
}

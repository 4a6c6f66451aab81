import type { Incoming } from '../../core/events/incoming.ts'
import type { Instant } from '../../core/time.ts'
import type { NewTurn, Tail, TurnContent } from '../ports/turns.ts'
import { notesOf, tappedLabel, turnOf } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import type { TurnRequest } from './turn-request.ts'

/**
 * What a resident said to somebody else who has the floor in this channel: it stands in the talk for the
 * adviser, the dialog stays where it was, and nothing is said.
 */
export function keptTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  incoming: Incoming,
): NewTurn {
  const content: TurnContent = {
    in: incoming,
    ...tappedLabel(tail, incoming),
    out: [],
    talk: tail.content?.talk ?? null,
    notes: notesOf(tail),
  }
  return turnOf(parts, request, tail, at, 'answered', content, [])
}

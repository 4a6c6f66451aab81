import type { Instant } from '../../core/time.ts'
import type { NewTurn, Tail, TurnContent } from '../ports/turns.ts'
import { notesOf, system, turnOf } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import type { TurnRequest } from './turn-request.ts'

/** Something that the resident asked for outside the talk: where the dialog stands stays as it is. */
export function toldTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  text: string,
): NewTurn {
  const content: TurnContent = {
    in: { kind: 'tell' },
    out: [system(text, 'receipt')],
    talk: tail.content?.talk ?? null,
    notes: notesOf(tail),
  }
  return turnOf(parts, request, tail, at, 'answered', content, [])
}

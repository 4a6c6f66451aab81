import type { Instant } from '../../core/time.ts'
import type { NewTurn, Tail, TurnContent } from '../ports/turns.ts'
import { notesOf, system, turnOf } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import type { Task, TurnRequest } from './turn-request.ts'

type Telling = Extract<Task, { readonly do: 'tell' }>

/** Something that the resident asked for outside the talk: where the dialog stands stays as it is. */
export function toldTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  { text, secret }: Telling,
): NewTurn {
  const content: TurnContent = {
    in: { kind: 'tell', secret },
    out: [system(text, 'receipt')],
    talk: tail.content?.talk ?? null,
    notes: notesOf(tail),
  }
  return turnOf(parts, request, tail, at, 'answered', content, [])
}

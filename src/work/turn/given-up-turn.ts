import type { DomainEvent } from '../../core/events/event.ts'
import type { Instant } from '../../core/time.ts'
import type { Write } from '../ports/cases-in-turn.ts'
import type { NewTurn, Tail, TurnContent } from '../ports/turns.ts'
import { handled, notesOf, system, turnOf, without } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import type { TurnRequest } from './turn-request.ts'

/** Tried too often: a person is called, and the resident is told so. */
export function givenUpTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  on: number,
): NewTurn {
  const event: DomainEvent = { type: 'person_asked', reason: 'failed', case: null }
  const before = without(notesOf(tail), on)
  const { writes, notes } = handled(parts, request, tail, at, [event], before)
  const content: TurnContent = {
    in: { kind: 'answer', to: on },
    out: [system(parts.texts.handedOver, 'urgent')],
    talk: tail.content?.talk ?? null,
    notes,
  }
  const settle: Write = { kind: 'settle', ref: request.ref, seq: on, status: 'quarantined' }
  return turnOf(parts, request, tail, at, 'quarantined', content, [...writes, settle])
}

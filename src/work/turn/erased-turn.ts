import type { Instant } from '../../core/time.ts'
import { DELIVERY, type NewTurn, type Tail } from '../ports/turns.ts'
import { notesOf } from './next-turn.ts'
import type { TurnRequest } from './turn-request.ts'

/** The last turn of an erased conversation: it holds nothing, and stale memories lose against it. */
export function erasedTurn(request: TurnRequest, tail: Tail, at: Instant): NewTurn {
  const { ref } = request
  const seq = tail.seq + 1
  return {
    ref,
    seq,
    channel: request.channel,
    externalId: request.externalId,
    kind: 'erase',
    status: 'answered',
    at,
    dueAt: null,
    delivery: DELIVERY.none,
    content: null,
    key: null,
    opening: null,
    writes: [{ kind: 'erase', ref, before: seq, cases: notesOf(tail).cases, at }],
  }
}

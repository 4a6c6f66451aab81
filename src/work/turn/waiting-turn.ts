import type { Incoming } from '../../core/events/incoming.ts'
import type { Instant } from '../../core/time.ts'
import type { NewTurn, Tail, TurnContent } from '../ports/turns.ts'
import { answerJob } from './engine-jobs.ts'
import { TURN_LIMITS } from './limits.ts'
import { notesOf, system, tappedLabel, turnOf } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import type { TurnRequest } from './turn-request.ts'

/** Taken and acknowledged; the dialog has not seen it. */
export function waitingTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  incoming: Incoming,
): NewTurn {
  const notes = notesOf(tail)
  const seq = tail.seq + 1
  // A message that made the dialog fail must not hold the next ones up; a late one keeps its order.
  const waiting = request.failed ? notes.waiting : [...notes.waiting, seq]
  const tellOnce = !request.failed && notes.waiting.length === 0
  const content: TurnContent = {
    in: incoming,
    ...tappedLabel(tail, incoming),
    out: tellOnce ? [system(parts.texts.received, 'receipt')] : [],
    talk: tail.content?.talk ?? null,
    notes: { ...notes, waiting },
  }
  const limits = { ...TURN_LIMITS, ...parts.limits }
  const dueAt = request.failed ? at + limits.backoff : at
  const job = answerJob(request.ref, seq, dueAt)
  return turnOf(parts, request, tail, at, 'pending', content, [{ kind: 'set_job', job }])
}

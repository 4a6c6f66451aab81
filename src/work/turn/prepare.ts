import type { NewTurn, Tail } from '../ports/turns.ts'
import { answeredTurn } from './answered-turn.ts'
import { claimedTurn } from './claimed-turn.ts'
import { erasedTurn } from './erased-turn.ts'
import { givenUpTurn } from './given-up-turn.ts'
import { joinedTurn, leftTurn } from './joined-turn.ts'
import { keptTurn } from './kept-turn.ts'
import { notesOf } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import { toldTurn } from './told-turn.ts'
import type { Task, TurnRequest } from './turn-request.ts'
import { unsentTurn } from './unsent-turn.ts'
import { waitingTurn } from './waiting-turn.ts'

/**
 * What a request makes of the end of its conversation: the next turn, 'skip' when it is no longer to be done, or
 * 'asks_file' when it is to come again with what earlier requests hold. Pure but for `now`; may throw when the dialog or a handler does.
 */
export function prepareTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
): NewTurn | 'skip' | 'asks_file' {
  // Clocks of two processes differ; within a conversation time never runs backwards.
  const at = Math.max(parts.now(), tail.at)
  const { task } = request
  // Nobody is there to be spoken to: unknown, or erased.
  if (tail.key === null && request.from === null) return 'skip'
  switch (task.do) {
    case 'hear':
      if (task.incoming.kind === 'unsent')
        return tail.key === null ? 'skip' : unsentTurn(parts, request, tail, at, task.incoming)
      if (request.quiet && !request.failed && !parts.isUrgent?.(task.incoming))
        return keptTurn(parts, request, tail, at, task.incoming)
      if (mustWait(parts, request, tail, task))
        return waitingTurn(parts, request, tail, at, task.incoming)
      return (
        claimedTurn(parts, request, tail, at, task.incoming) ??
        answeredTurn(parts, request, tail, at, task.incoming)
      )
    case 'silence':
      if (task.after !== tail.seq) return 'skip'
      return request.failed
        ? waitingTurn(parts, request, tail, at, { kind: 'silence' })
        : answeredTurn(parts, request, tail, at, { kind: 'silence' })
    case 'answer':
      if (!isFirst(tail, task.to)) return 'skip'
      return answeredTurn(parts, request, tail, at, task.incoming, task.to)
    case 'give_up':
      return givenUpTurn(parts, request, tail, at, task.on)
    case 'tell':
      return toldTurn(parts, request, tail, at, task)
    case 'join':
      return joinedTurn(parts, request, tail, at, task)
    case 'leave':
      return leftTurn(parts, request, tail, at, task)
    case 'erase':
      return erasedTurn(request, tail, at)
    default:
      return task satisfies never
  }
}

/** Messages that wait are answered in the order in which they came. */
function isFirst(tail: Tail, seq: number): boolean {
  const { waiting } = notesOf(tail)
  return !waiting.includes(seq) || waiting[0] === seq
}

/** Too many are writing, an earlier message still waits, or the dialog failed on this one. */
function mustWait(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  { incoming, later }: Extract<Task, { readonly do: 'hear' }>,
): boolean {
  if (request.failed || later) return true
  return notesOf(tail).waiting.length > 0 && !parts.isUrgent?.(incoming)
}

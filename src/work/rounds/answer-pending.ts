import { isProblem, problem } from '../../core/errors.ts'
import type { Incoming } from '../../core/events/incoming.ts'
import type { Job } from '../ports/jobs.ts'
import type { StoredTurn } from '../ports/turns.ts'
import { refOf, type TurnEngine } from '../turn/create-turns.ts'
import type { TurnLimits } from '../turn/limits.ts'
import type { TurnParts } from '../turn/parts.ts'
import { type Done, SOON } from './done.ts'

/**
 * Comes back to a message that was taken but not answered. After the last try a person takes over:
 * both ways out carry the same external id, so exactly one of them happens, once.
 */
export async function answerPending(
  parts: TurnParts,
  engine: TurnEngine,
  limits: TurnLimits,
  job: Job,
): Promise<Done> {
  const { conversation, seq = 0 } = job.detail
  const ref = refOf(conversation)
  const id = `answer:${seq}`
  const [turn] = await parts.turns.read(ref, seq)
  const incoming = turn && heardIn(turn)
  // Answered, or erased: nothing is left to do.
  if (turn?.status !== 'pending' || !incoming) return 'done'
  try {
    const settled = await engine.perform(ref, id, { do: 'answer', to: seq, incoming })
    return settled.status === 'skipped' ? SOON : 'done'
  } catch (error) {
    if (isUnavailable(error) || job.tries + 1 < limits.tries) throw error
    parts.report?.({ code: 'turn_quarantined', id: conversation, seq, why: 'tried too often' })
    await engine.perform(ref, id, { do: 'give_up', on: seq })
    return 'done'
  }
}

function heardIn(turn: StoredTurn): Incoming | null {
  const input = turn.content?.in
  if (input === undefined) return null
  switch (input.kind) {
    case 'answer':
    case 'tell':
    case 'taken_back':
    case 'joined':
    case 'left':
      throw problem('internal', { why: 'an answer to what nobody said' })
    default:
      return input
  }
}

/** The database or the house is away: that is not the message's fault. */
function isUnavailable(error: unknown): boolean {
  return isProblem(error) && error.status === 503
}

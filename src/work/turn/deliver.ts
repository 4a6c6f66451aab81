import type { Instant } from '../../core/time.ts'
import type { Job } from '../ports/jobs.ts'
import { type ConversationRef, DELIVERY, type Recipient, type StoredTurn } from '../ports/turns.ts'
import { backoffOf } from './backoff.ts'
import { deliverJobId } from './engine-jobs.ts'
import type { TurnLimits } from './limits.ts'
import type { TurnParts } from './parts.ts'
import { messageId } from './show.ts'

/**
 * Sends what a conversation has to say, oldest first. The job was written with the turn, so a
 * process that dies leaves it behind, and the key of each message is the same whoever sends it.
 */
export async function deliverNow(
  parts: TurnParts,
  limits: TurnLimits,
  ref: ConversationRef,
): Promise<void> {
  const now = parts.now()
  const job = await parts.jobs.claimOne(ref.bucket, deliverJobId(ref), now, now + limits.lease)
  // Somebody else is at it; it will see the new turn when it wants to finish the job.
  if (job) await deliverAll(parts, limits, ref, job)
}

/** The deed of a `deliver` job that is held. */
export async function deliverAll(
  parts: TurnParts,
  limits: TurnLimits,
  ref: ConversationRef,
  job: Job,
): Promise<void> {
  const half = parts.now() + limits.lease / 2
  // A look gives the oldest few: the job may only go when a look gives none.
  for (;;) {
    const waiting = await parts.turns.undelivered(ref)
    if (waiting === null) break
    for (const turn of waiting.turns) {
      if (parts.now() > half) return putOff(parts, job, parts.now())
      const outcome = await sendTurn(parts, limits, waiting.to, turn)
      if (typeof outcome === 'object') {
        const wait = outcome.after ?? backoffOf(job.tries, limits, parts.chance)
        return putOff(parts, job, parts.now() + wait)
      }
      parts.failpoint?.('deliver.sent-not-marked')
      await parts.turns.marked(ref, turn.seq, DELIVERY[outcome])
    }
  }
  const finished = await parts.jobs.finish(job)
  if (!finished) await deliverNow(parts, limits, ref)
}

type Outcome = 'sent' | 'unknown' | 'undeliverable' | { readonly after?: number }

async function sendTurn(
  parts: TurnParts,
  limits: TurnLimits,
  to: Recipient,
  turn: StoredTurn,
): Promise<Outcome> {
  if (isInDoubt(turn, limits, parts.now())) return 'unknown'
  let worst: Outcome = 'sent'
  for (const [k, message] of (turn.content?.out ?? []).entries()) {
    const key = messageId(parts.ids, turn.ref.id, turn.seq, k + 1)
    parts.failpoint?.('deliver.before-send')
    const sent = await parts.sender.send({ to, message, key })
    if (sent.status === 'retry') return sent
    // A question is asked again by the next message; a receipt or a warning must not be lost.
    if (sent.status === 'unknown' && message.urgency !== 'question') return {}
    if (sent.status === 'undeliverable') return 'undeliverable'
    if (sent.status === 'unknown') worst = 'unknown'
  }
  return worst
}

function isInDoubt(turn: StoredTurn, limits: TurnLimits, now: Instant): boolean {
  return now - turn.at > limits.inDoubt
}

function putOff(parts: TurnParts, job: Job, dueAt: Instant): Promise<void> {
  return parts.jobs.postpone(job, dueAt, job.tries + 1)
}

import { type Merged, mergeTurn } from '../../core/contract/channel/merge.ts'
import type { Job } from '../ports/jobs.ts'
import type { Sending, Sent } from '../ports/sender.ts'
import {
  type ConversationRef,
  DELIVERY,
  type Delivery,
  type Recipient,
  type Settlement,
  type StoredTurn,
} from '../ports/turns.ts'
import { backoffOf } from './backoff.ts'
import { planStep } from './delivery-plan.ts'
import { deliverJobId, tellUndeliveredJob } from './engine-jobs.ts'
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
  const ahead = now + limits.handedOver
  const job = await parts.jobs.claimOne(
    ref.bucket,
    deliverJobId(ref),
    now,
    now + limits.lease,
    ahead,
  )
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
  // A look gives the oldest few: the job may only go when a look gives none or all of them. What is said
  // meanwhile orders the job anew, and `finish` says so.
  for (;;) {
    const waiting = await parts.turns.undelivered(ref)
    if (waiting === null) break
    let withheld = false
    for (const [at, turn] of waiting.turns.entries()) {
      if (parts.now() > half) return putOff(parts, job, parts.now())
      const step = planStep(waiting.turns.slice(at), parts.now(), limits)
      // Nobody has failed: the wait for the morning is no try.
      if (step.do === 'wait') return parts.jobs.postpone(job, step.until, 0)
      if (step.do !== 'send') {
        await settleUnsent(parts, turn, step)
        withheld = true
        continue
      }
      // What this look did not show may overtake this one, too.
      if (withheld) break
      const later = await sendTurn(parts, limits, waiting.to, turn, job.tries)
      if (later) {
        const wait = later.after ?? backoffOf(job.tries, limits, parts.chance)
        return putOff(parts, job, parts.now() + wait)
      }
    }
    if (waiting.all && !withheld) break
  }
  const finished = await parts.jobs.finish(job)
  if (!finished) await deliverNow(parts, limits, ref)
}

/** Message after message; what an earlier try has settled is not sent again. Gives how long to wait, if at all. */
async function sendTurn(
  parts: TurnParts,
  limits: TurnLimits,
  to: Recipient,
  turn: StoredTurn,
  tries: number,
): Promise<{ readonly after?: number } | null> {
  const messages = mergeTurn(turn.content?.out ?? [], parts.sender.merges?.(to.channel) ?? false)
  const known = new Set(turn.settled.map(({ place }) => place))
  const left = messages.filter(({ places }) => !places.every((place) => known.has(place)))
  const settled = [...turn.settled]
  const floor = floorOf(turn)
  for (const [at, message] of left.entries()) {
    const key = messageId(parts.ids, turn.ref.id, turn.seq, (message.places[0] ?? 0) + 1)
    parts.failpoint?.('deliver.before-send')
    const sent = await parts.sender.send({
      ...{ to, key, conversation: turn.ref.id },
      ...(floor ? { floor } : {}),
      message: message.message,
    })
    if (mustRetry(sent, message, tries, limits)) return sent.status === 'retry' ? sent : {}
    const news = settlementsOf(sent, message, parts.now())
    settled.push(...news)
    parts.failpoint?.('deliver.sent-not-marked')
    const whole = at === left.length - 1 ? worstOf(settled) : null
    await mark(parts, turn, news, whole)
  }
  if (left.length === 0) await mark(parts, turn, [], worstOf(settled))
  return null
}

function floorOf({ content }: StoredTurn): Sending['floor'] {
  const input = content?.in
  if (input?.kind === 'desk') return input.desk.act
  return content?.asks ? 'asked' : undefined
}

/** A question is asked again by the next message; a receipt or a warning must not be lost at the first doubt. */
function mustRetry(sent: Sent, { message }: Merged, tries: number, limits: TurnLimits): boolean {
  if (sent.status === 'retry') return true
  const matters = message.urgency === 'urgent' || message.urgency === 'receipt'
  return sent.status === 'unknown' && matters && tries + 1 < limits.unknownTries
}

/** What is not sent at all: a newer question stands in its place, or nobody knows any more whether it went out. */
async function settleUnsent(
  parts: TurnParts,
  turn: StoredTurn,
  step: { readonly do: 'withhold'; readonly why: 'overtaken' } | { readonly do: 'doubt' },
): Promise<void> {
  const at = parts.now()
  const out = turn.content?.out ?? []
  const known = new Set(turn.settled.map(({ place }) => place))
  const left = [...out.keys()].filter((place) => !known.has(place))
  const how =
    step.do === 'doubt'
      ? ({ state: 'unknown', why: 'in_doubt' } as const)
      : ({ state: 'withheld', why: step.why } as const)
  const news = left.map((place) => ({ place, ...how, at }))
  await mark(parts, turn, news, worstOf([...turn.settled, ...news]))
}

/** With what the desk must be told of: in the same transaction, so that nobody forgets it. */
async function mark(
  parts: TurnParts,
  turn: StoredTurn,
  news: readonly Settlement[],
  whole: Delivery | null,
): Promise<void> {
  const out = turn.content?.out ?? []
  const lost = news.some(
    ({ place, state }) =>
      (state === 'failed' || state === 'unknown') && out[place]?.urgency !== 'question',
  )
  const jobs = lost ? [tellUndeliveredJob(turn.ref, turn.seq, parts.now())] : []
  await parts.turns.marked(turn.ref, turn.seq, news, whole, jobs)
}

function settlementsOf(sent: Sent, { places }: Merged, at: number): readonly Settlement[] {
  const state = sent.status === 'undeliverable' ? 'failed' : sent.status
  if (state === 'retry') return []
  const why = 'why' in sent ? (sent.why ?? null) : null
  return places.map((place) => ({ place, state, why, at }))
}

/** The short form of a whole turn. */
function worstOf(settled: readonly Settlement[]): Delivery {
  const states = new Set(settled.map(({ state }) => state))
  if (states.has('failed')) return DELIVERY.undeliverable
  return states.has('unknown') ? DELIVERY.unknown : DELIVERY.sent
}

function putOff(parts: TurnParts, job: Job, dueAt: number): Promise<void> {
  return parts.jobs.postpone(job, dueAt, job.tries + 1)
}

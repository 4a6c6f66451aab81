import type { DeliveryReason } from '../../core/contract/channel/delivery-reason.ts'
import { problem } from '../../core/errors.ts'
import type { DeskAct, Incoming } from '../../core/events/incoming.ts'
import type { Chat, Received, Shown, Taken } from '../ports/chat.ts'
import type { Brought } from '../ports/inbox.ts'
import { type ConversationRef, DELIVERY, type NewTurn } from '../ports/turns.ts'
import { deliverNow } from './deliver.ts'
import { fellThrough } from './fell-through.ts'
import { openKeepFirst } from './keep-first.ts'
import { type Lane, openLane } from './lane.ts'
import { openOutgoingQueue } from './outgoing-queue.ts'
import type { TurnParts } from './parts.ts'
import { refOf } from './ref-of.ts'
import { openRemembered } from './remembered.ts'
import { type Engine, limitsOf, runBatch } from './run-batch.ts'
import { showOut, showTurn, turnOf } from './show.ts'
import { tappedLabels } from './tapped-labels.ts'
import type { Settled, Task, TurnRequest } from './turn-request.ts'
import { whyOf } from './why-of.ts'

export { refOf } from './ref-of.ts'

/** The turn engine: what gates, desk and rounds may ask of it. */
export type TurnEngine = Chat & {
  /** Resolves when what came in is durable: only then may a platform be told "received". */
  readonly take: (arrival: Brought) => Promise<Taken>
  /** What an adviser did reaches the conversation as one turn; the same `id` twice is one turn. */
  readonly desk: (conversation: string, id: string, desk: DeskAct) => Promise<Received>
  /** The house speaks up by itself; `id` makes it once. */
  readonly speakUp: (conversation: string, id: string, incoming: Incoming) => Promise<Received>
  /** The house says one thing beside the dialog; the same `id` twice is said once. */
  readonly tell: (conversation: string, id: string, said: Told) => Promise<void>
  /** A platform says afterwards that it did not deliver this message, by its key. */
  readonly fellThrough: (conversation: string, key: string, why: DeliveryReason) => Promise<void>
  /** For the rounds: silence, pending messages, erasure. */
  readonly perform: (ref: ConversationRef, externalId: string, task: Task) => Promise<Settled>
  /** For the rounds: feeds in messages that a process left behind. Gives how many there were. */
  readonly sweepInbox: () => Promise<number>
  /** Messages in the queue. */
  readonly backlog: () => number
  /** Takes nothing new, finishes what is there. */
  readonly stop: () => Promise<void>
}

/** `secret`: shown to the resident alone, not to who reads the talk at the desk. */
type Told = { readonly text: string; readonly secret?: boolean }

export function createTurns(parts: TurnParts): TurnEngine {
  const limits = limitsOf(parts)
  const lanes: Lane<TurnRequest>[] = []
  let stopped = false

  const laneOf = (bucket: number) => lanes[bucket % lanes.length] as Lane<TurnRequest>
  const backlog = () => lanes.reduce((sum, lane) => sum + lane.size(), 0)

  // Taking in goes before sending out: it makes room, and never stands still.
  const sending = () => (backlog() > limits.rush ? limits.sendingInRush : limits.sending)
  const outgoing = openOutgoingQueue(sending, (ref) =>
    // When it fails the job stays, and a round comes back to it.
    deliverNow(parts, limits, ref).catch((error: unknown) => report(parts, ref, error)),
  )

  const engine: Engine = {
    parts,
    limits,
    laneOf,
    remembered: openRemembered(limits.remembered),
    committed: (turn) => {
      announceTurn(parts, turn)
      if (turn.delivery === DELIVERY.waiting) outgoing.add(turn.ref)
    },
  }
  const keyOf = (request: TurnRequest) => request.ref.id
  const run = (requests: readonly TurnRequest[]) => runBatch(engine, requests)
  const lane = { keyOf, run, batch: limits.batch, flying: limits.flying, soon: parts.soon }
  for (let n = 0; n < limits.shards; n++) lanes.push(openLane(lane))

  const ask = (request: Asked): Promise<Settled> => {
    if (stopped) return Promise.reject(problem('unavailable', { why: 'stopping' }))
    return new Promise((settle, fail) => {
      const { ref } = request
      laneOf(ref.bucket).put({ ...request, settle, fail, races: 0, attempt: 0, failed: false })
    })
  }

  const hear = async (ref: ConversationRef, incoming: Incoming, rest: Origin) => {
    const later = backlog() >= limits.backlog && !parts.isUrgent?.(incoming)
    const settled = await ask({ ref, ...rest, task: { do: 'hear', incoming, later } })
    return receivedOf(parts, settled.ref ?? ref, settled)
  }

  const receive = (arrival: Brought) => {
    const { channel, account, externalId, incoming, user, at: sentAt, quiet, mute } = arrival
    const ref = parts.ids.conversation(channel, account, user)
    return hear(ref, incoming, {
      channel,
      externalId,
      from: { channel, account, user },
      sentAt,
      ...(quiet ? { quiet } : {}),
      ...(mute ? { mute } : {}),
    })
  }
  const conversationOf = ({ channel, account, user }: Brought) =>
    parts.ids.conversation(channel, account, user).id
  const keepFirst = openKeepFirst({ parts, limits, receive, conversationOf, backlog })

  return {
    conversationOf: (channel, account, user) => parts.ids.conversation(channel, account, user).id,
    receive,
    take: keepFirst.take,
    sweepInbox: keepFirst.sweep,
    desk: (conversation, id, desk) => {
      const origin = { channel: 'desk', externalId: `desk:${id}`, from: null }
      return hear(refOf(conversation), { kind: 'desk', desk }, origin)
    },
    speakUp: (conversation, id, incoming) =>
      hear(refOf(conversation), incoming, { channel: 'clock', externalId: id, from: null }),
    tell: async (conversation, externalId, { text, secret = false }) => {
      const ref = refOf(conversation)
      const task = { do: 'tell', text, secret } as const
      await ask({ ref, channel: 'clock', externalId, from: null, task })
    },
    perform: (ref, externalId, task) =>
      ask({ ref, channel: 'clock', externalId, from: null, task }),
    seen: async (conversation, seq) => {
      await parts.turns.seen(refOf(conversation), seq, parts.now())
      parts.announce({ about: 'conversation', conversation, seq: turnOf(seq) })
    },
    fellThrough: (conversation, key, why) => fellThrough(parts, conversation, key, why),
    readMessages: (conversation, after) => readMessages(parts, conversation, after),
    backlog,
    stop: async () => {
      stopped = true
      await Promise.all(lanes.map((lane) => lane.idle()))
      await keepFirst.idle()
      await outgoing.stop()
    },
  }
}

type Origin = Pick<TurnRequest, 'channel' | 'externalId' | 'from' | 'sentAt' | 'quiet' | 'mute'>
type Asked = Origin & Pick<TurnRequest, 'ref' | 'task'>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function readMessages(
  parts: TurnParts,
  conversation: string,
  after: number,
): Promise<readonly Shown[]> {
  if (!UUID.test(conversation)) return []
  const ref = refOf(conversation)
  const turns = await parts.turns.read(ref, Math.max(1, turnOf(after)))
  const labels = await tappedLabels(parts, ref, turns)
  return turns
    .flatMap((turn) => showTurn(turn, parts.ids, parts.texts, labels))
    .filter(({ seq }) => seq > after)
}

function receivedOf(parts: TurnParts, ref: ConversationRef, settled: Settled): Received {
  const { seq, at, out } = settled
  const messages = showOut(ref.id, seq, at, out, parts.ids)
  const status = settled.status === 'skipped' ? 'duplicate' : settled.status
  return { conversation: ref.id, status, messages }
}

function announceTurn(parts: TurnParts, { ref, seq, writes }: NewTurn): void {
  parts.announce({ about: 'conversation', conversation: ref.id, seq })
  const districts = new Set(
    writes.flatMap((write) =>
      write.kind === 'open_case' || write.kind === 'update_case' ? [write.file.route.district] : [],
    ),
  )
  for (const district of districts) parts.announce({ about: 'cases', district })
  const alarmed = new Set(
    writes.flatMap((write) => (write.kind === 'raise_alert' ? [write.district] : [])),
  )
  for (const district of alarmed) parts.announce({ about: 'alerts', district })
}

function report(parts: TurnParts, ref: ConversationRef, error: unknown): void {
  parts.report?.({ code: 'job_failed', id: ref.id, why: whyOf(error) })
}

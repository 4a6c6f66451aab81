import type { DomainEvent } from '../../core/events/event.ts'
import type { Incoming } from '../../core/events/incoming.ts'
import type { Outgoing } from '../../core/events/outgoing.ts'
import type { Instant } from '../../core/time.ts'
import type { Write } from '../ports/cases-in-turn.ts'
import type { JobOrder } from '../ports/jobs.ts'
import {
  type ConversationRef,
  DELIVERY,
  type NewTurn,
  type Notes,
  type Tail,
  type TurnContent,
  type TurnStatus,
} from '../ports/turns.ts'
import { deliverJob, fetchMediaJob, takeBackJob } from './engine-jobs.ts'
import { fetchesOf } from './fetches-of.ts'
import { handleEvents } from './handle.ts'
import { homeOf } from './home-of.ts'
import { TURN_LIMITS } from './limits.ts'
import type { TurnParts } from './parts.ts'
import type { TurnRequest } from './turn-request.ts'

/** The turn after the end of a conversation, whatever it says. */
export function turnOf(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  status: TurnStatus,
  content: TurnContent,
  writes: readonly Write[],
): NewTurn {
  const { ref, channel, externalId, task, from, mute } = request
  const seq = tail.seq + 1
  const followed = homeOf(parts, request, tail, content.notes)
  const home = followed?.home.channel ?? tail.home?.channel ?? channel
  const sends = content.out.length > 0 && !mute && !parts.sender.isFetched(home)
  const limits = { ...TURN_LIMITS, ...parts.limits }
  const jobs = task.do === 'hear' ? afterwards(ref, seq, at, task.incoming) : []
  if (sends) jobs.push(deliverJob(ref, seq, at + limits.handedOver))
  return {
    ref,
    seq,
    channel,
    externalId,
    kind: task.do === 'hear' ? task.incoming.kind : task.do,
    status,
    at,
    dueAt: null,
    delivery: sends ? DELIVERY.waiting : DELIVERY.none,
    content: followed ? { ...content, notes: followed.notes } : content,
    key: tail.key ?? parts.turns.newKey(),
    opening: tail.key === null ? from : null,
    writes: [
      ...writes,
      ...(followed?.writes ?? []),
      ...jobs.map((job) => ({ kind: 'set_job', job }) as const),
    ],
  }
}

/** What a message leaves to do once it is durable. */
function afterwards(
  ref: ConversationRef,
  seq: number,
  at: Instant,
  incoming: Incoming,
): JobOrder[] {
  if (fetchesOf(incoming).length > 0) return [fetchMediaJob(ref, seq, at)]
  return incoming.kind === 'unsent' ? [takeBackJob(ref, seq, at)] : []
}

/** What its events make of a turn: writes, and notes for the next turns. */
export function handled(
  parts: TurnParts,
  { ref, channel }: TurnRequest,
  tail: Tail,
  at: Instant,
  events: readonly DomainEvent[],
  notes: Notes,
) {
  const seq = tail.seq + 1
  return handleEvents(events, {
    ref,
    seq,
    at,
    channel: tail.home?.channel ?? channel,
    district: parts.house().district,
    notes,
    newId: (name) => parts.ids.named(`${name}/${ref.id}/${seq}`),
  })
}

const NO_NOTES: Notes = { cases: [], consent: null, waiting: [] }

export function notesOf(tail: Tail): Notes {
  return tail.content?.notes ?? NO_NOTES
}

/** A message that waited has been seen to. */
export function without(notes: Notes, seq: number): Notes {
  return { ...notes, waiting: notes.waiting.filter((waiting) => waiting !== seq) }
}

/** The words on the button, as they stood in the last message. */
export function tappedLabel(tail: Tail, incoming: Incoming): { readonly tapped?: string } {
  if (incoming.kind !== 'tap') return {}
  const options = tail.content?.out.flatMap((message) => message.options ?? []) ?? []
  const label = options.find(({ id }) => id === incoming.option)?.label
  return label === undefined ? {} : { tapped: label }
}

/** A word of the engine itself. */
export function system(text: string, urgency: Outgoing['urgency']): Outgoing {
  return { from: 'system', text, urgency }
}

import type { DomainEvent } from '../../core/events/event.ts'
import type { Incoming } from '../../core/events/incoming.ts'
import type { Outgoing } from '../../core/events/outgoing.ts'
import type { Instant } from '../../core/time.ts'
import type { Write } from '../ports/cases-in-turn.ts'
import {
  DELIVERY,
  type NewTurn,
  type Notes,
  type Tail,
  type TurnContent,
  type TurnStatus,
} from '../ports/turns.ts'
import { deliverJob } from './engine-jobs.ts'
import { handleEvents } from './handle.ts'
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
  const { ref, channel, externalId, task, from } = request
  const seq = tail.seq + 1
  const home = tail.home?.channel ?? channel
  const sends = content.out.length > 0 && !parts.sender.isFetched(home)
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
    content,
    key: tail.key ?? parts.turns.newKey(),
    opening: tail.key === null ? from : null,
    writes: sends ? [...writes, { kind: 'set_job', job: deliverJob(ref, seq, at) }] : writes,
  }
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

import type { Reply } from '../../core/dialog/converse.ts'
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
import { handleEvents } from './handle.ts'
import { TURN_LIMITS } from './limits.ts'
import type { TurnParts } from './parts.ts'
import type { Task, TurnRequest } from './turn-request.ts'

/**
 * What a request makes of the end of its conversation: the next turn, or 'skip' when it is no longer
 * to be done. Pure but for `now`; may throw when the dialog or a handler does.
 */
export function prepareTurn(parts: TurnParts, request: TurnRequest, tail: Tail): NewTurn | 'skip' {
  // Clocks of two processes differ; within a conversation time never runs backwards.
  const at = Math.max(parts.now(), tail.at)
  const { task } = request
  // Nobody is there to be spoken to: unknown, or erased.
  if (tail.key === null && request.from === null) return 'skip'
  switch (task.do) {
    case 'hear':
      if (mustWait(parts, request, tail, task))
        return waitingTurn(parts, request, tail, at, task.incoming)
      return answered(parts, request, tail, at, task.incoming)
    case 'silence':
      if (task.after !== tail.seq) return 'skip'
      return request.failed
        ? waitingTurn(parts, request, tail, at, { kind: 'silence' })
        : answered(parts, request, tail, at, { kind: 'silence' })
    case 'answer':
      if (!isFirst(tail, task.to)) return 'skip'
      return answered(parts, request, tail, at, task.incoming, task.to)
    case 'give_up':
      return givenUp(parts, request, tail, at, task.on)
    case 'erase':
      return erased(request, tail, at)
    default:
      return task satisfies never
  }
}

/** The job that answers a pending message. */
export function answerJob(ref: ConversationRef, seq: number, dueAt: Instant): JobOrder {
  const id = `answer:${ref.id}:${seq}`
  return { bucket: ref.bucket, id, kind: 'answer', dueAt, detail: { conversation: ref.id, seq } }
}

const NO_NOTES: Notes = { cases: [], consent: null, waiting: [] }

function notesOf(tail: Tail): Notes {
  return tail.content?.notes ?? NO_NOTES
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

function answered(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  incoming: Incoming,
  to?: number,
): NewTurn {
  const seq = tail.seq + 1
  const { ref, attempt } = request
  const channel = tail.home?.channel ?? request.channel
  const fresh = parts.ids.fresh(ref.id, seq, attempt)
  const talk = tail.content?.talk ?? null
  const reply = parts.converse(parts.house(), talk, { incoming, channel, now: at, fresh })
  const before = to === undefined ? notesOf(tail) : without(notesOf(tail), to)
  const { writes, notes } = handled(parts, request, tail, at, reply.events, before)
  const content: TurnContent = {
    in: to === undefined ? incoming : { kind: 'answer', to },
    ...tappedLabel(tail, incoming),
    out: reply.out,
    talk: reply.talk,
    notes,
    ...(attempt > 0 ? { attempt } : {}),
  }
  const settle: readonly Write[] =
    to === undefined ? [] : [{ kind: 'settle', ref, seq: to, status: 'answered' }]
  const turn = turnOf(parts, request, tail, at, 'answered', content, [...writes, ...settle])
  return { ...turn, dueAt: silenceAt(reply, incoming, at) }
}

/** Taken and acknowledged; the dialog has not seen it. */
function waitingTurn(
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

/** Tried too often: a person is called, and the resident is told so. */
function givenUp(
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

/** The last turn of an erased conversation: it holds nothing, and stale memories lose against it. */
function erased(request: TurnRequest, tail: Tail, at: Instant): NewTurn {
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

function turnOf(
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

function deliverJob(ref: ConversationRef, seq: number, dueAt: Instant): JobOrder {
  const id = deliverJobId(ref)
  return { bucket: ref.bucket, id, kind: 'deliver', dueAt, detail: { conversation: ref.id, seq } }
}

export function deliverJobId(ref: ConversationRef): string {
  return `deliver:${ref.id}`
}

function handled(
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

function without(notes: Notes, seq: number): Notes {
  return { ...notes, waiting: notes.waiting.filter((waiting) => waiting !== seq) }
}

function silenceAt(reply: Reply, incoming: Incoming, at: Instant): Instant | null {
  if (reply.wakeAt === null) return null
  return incoming.kind === 'silence'
    ? Math.max(reply.wakeAt, at + TURN_LIMITS.silence)
    : reply.wakeAt
}

/** The words on the button, as they stood in the last message. */
function tappedLabel(tail: Tail, incoming: Incoming): { readonly tapped?: string } {
  if (incoming.kind !== 'tap') return {}
  const options = tail.content?.out.flatMap((message) => message.options ?? []) ?? []
  const label = options.find(({ id }) => id === incoming.option)?.label
  return label === undefined ? {} : { tapped: label }
}

function system(text: string, urgency: Outgoing['urgency']): Outgoing {
  return { from: 'system', text, urgency }
}

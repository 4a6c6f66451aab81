import type { Reply } from '../../core/dialog/converse.ts'
import { stepMarks } from '../../core/dialog/usage/step-marks.ts'
import type { Incoming } from '../../core/events/incoming.ts'
import type { Instant } from '../../core/time.ts'
import type { Write } from '../ports/cases-in-turn.ts'
import type { NewTurn, Notes, Tail, TurnContent } from '../ports/turns.ts'
import { helperJobs } from './helper-jobs.ts'
import { TURN_LIMITS } from './limits.ts'
import { handled, notesOf, tappedLabel, turnOf, without } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import type { TurnRequest } from './turn-request.ts'

/** The dialog's answer; `to` is the earlier message it comes back to. */
export function answeredTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  incoming: Incoming,
  to?: number,
): NewTurn | 'asks_file' {
  const seq = tail.seq + 1
  const { ref, attempt } = request
  const channel = tail.home?.channel ?? request.channel
  const fresh = parts.ids.fresh(ref.id, seq, attempt)
  const talk = tail.content?.talk ?? null
  const { known } = request
  const arrived = { incoming, channel, now: at, fresh, ...sentBefore(request, at, to) }
  const reply = parts.converse(parts.house(), talk, known ? { ...arrived, known } : arrived)
  if (reply.asksFile && !known && hasFile(parts, tail)) return 'asks_file'
  const marks = stepMarks(parts.house(), talk, reply, speaks(incoming))
  const before = to === undefined ? notesOf(tail) : without(notesOf(tail), to)
  const { writes, notes } = handled(parts, request, tail, at, reply.events, before)
  const content: TurnContent = {
    in: to === undefined ? incoming : { kind: 'answer', to },
    ...tappedLabel(tail, incoming),
    // What a person said at the platform stands in the talk; what the bot would say was not said.
    out: request.mute ? reply.out.filter(({ from }) => from === 'adviser') : reply.out,
    talk: reply.talk,
    notes,
    ...(marks.length > 0 ? { marks } : {}),
    ...(attempt > 0 ? { attempt } : {}),
    ...(reply.events.some(({ type }) => type === 'person_asked') ? { asks: true } : {}),
  }
  const settle: readonly Write[] =
    to === undefined ? [] : [{ kind: 'settle', ref, seq: to, status: 'answered' }]
  const jobs = helperJobs(parts, ref, seq, at, incoming, notesOf(tail), notes)
  const all = [...writes, ...settle, ...jobs, ...woken(incoming, before)]
  const turn = turnOf(parts, request, tail, at, 'answered', content, all)
  return { ...turn, dueAt: silenceAt(reply, incoming, at) }
}

const hasFile = ({ knownFiles }: TurnParts, tail: Tail) =>
  knownFiles !== undefined && notesOf(tail).cases.length > 0

/** Whatever a resident says brings a case back that was put aside. */
function woken(incoming: Incoming, { cases }: Notes): readonly Write[] {
  return speaks(incoming) ? cases.map((ref) => ({ kind: 'wake_case', case: ref })) : []
}

const speaks = ({ kind }: Incoming) => kind === 'text' || kind === 'tap' || kind === 'media'

/** A platform's clock may run ahead of ours; a message that waited here was not late by its own fault. */
function sentBefore({ sentAt }: TurnRequest, at: Instant, to: number | undefined) {
  return sentAt === undefined || to !== undefined ? {} : { sentAt: Math.min(sentAt, at) }
}

function silenceAt(reply: Reply, incoming: Incoming, at: Instant): Instant | null {
  if (reply.wakeAt === null) return null
  return incoming.kind === 'silence'
    ? Math.max(reply.wakeAt, at + TURN_LIMITS.silence)
    : reply.wakeAt
}

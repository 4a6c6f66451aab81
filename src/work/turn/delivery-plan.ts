import { addDays, atShanghai, type Instant, shanghai } from '../../core/time.ts'
import type { StoredTurn, TurnInput } from '../ports/turns.ts'
import type { TurnLimits } from './limits.ts'

/** What is to be done with the oldest turn that waits to be sent. */
export type Step =
  | { readonly do: 'send' }
  /** Not sent, for a reason that advisers are shown. */
  | { readonly do: 'withhold'; readonly why: 'overtaken' }
  | { readonly do: 'doubt' }
  /** Nobody is woken: nothing of this conversation goes out before then. */
  | { readonly do: 'wait'; readonly until: Instant }

/**
 * Pure. Safety and answers go at once; what nobody asked for waits for the morning; a question that a newer
 * one has overtaken is not asked any more; what is older than a channel's memory of its keys is in doubt.
 */
export function planStep(waiting: readonly StoredTurn[], now: Instant, limits: TurnLimits): Step {
  const [turn, ...later] = waiting
  if (!turn || turn.content === null) return { do: 'send' }
  if (now - turn.at > limits.inDoubt) return { do: 'doubt' }
  if (isOvertaken(turn, later, now, limits)) return { do: 'withhold', why: 'overtaken' }
  const morning = endOfQuiet(now)
  if (morning !== null && waiting.every(isUnasked)) return { do: 'wait', until: morning }
  return { do: 'send' }
}

/** Nothing but questions, long unsent, and the talk has gone on to another one. */
function isOvertaken(
  turn: StoredTurn,
  later: readonly StoredTurn[],
  now: Instant,
  limits: TurnLimits,
): boolean {
  if (now - turn.at < limits.overtaken) return false
  const onlyAsks = turn.content?.out.every(({ urgency }) => urgency === 'question') ?? false
  return onlyAsks && later.some(asks)
}

const asks = ({ content }: StoredTurn) =>
  content?.out.some(({ urgency }) => urgency === 'question') ?? false

/** Whoever has just written is awake: answers are never unasked. */
const SPOKE: ReadonlySet<TurnInput['kind']> = new Set(['text', 'tap', 'media', 'opened', 'joined'])

function isUnasked({ content }: StoredTurn): boolean {
  if (content === null || SPOKE.has(content.in.kind)) return false
  return content.out.every(({ urgency }) => urgency === 'notice')
}

/** Hours of Shanghai in which nobody is written to without need: from 21:00 to 8:00. */
const QUIET = { from: 21, to: 8 } as const

/** When the quiet hours end that `now` lies in; null by day. */
function endOfQuiet(now: Instant): Instant | null {
  const { day, hour } = shanghai(now)
  if (hour < QUIET.to) return atShanghai(day, QUIET.to)
  return hour < QUIET.from ? null : atShanghai(addDays(day, 1), QUIET.to)
}

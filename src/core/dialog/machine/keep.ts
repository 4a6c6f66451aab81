import type { Urgency } from '../../routing/urgency.ts'
import { moreUrgent } from '../../routing/urgency.ts'
import type { Question } from '../flow/schema.ts'
import { LIMITS } from '../limits.ts'
import type { Basis, Kept, Memory, Open, Value } from './memory.ts'
import type { Signal } from './signal.ts'

/** Changes of memory that several states share. Each takes the memory and gives what differs. */

/** Something is asked: it waits, and its step can be gone back to. */
export function opened(memory: Memory, open: Open, now: number): Partial<Memory> {
  const known = memory.trail.at(-1) === open.step
  return {
    open,
    tries: 0,
    rung: 0,
    askedAt: now,
    parked: false,
    trail: known
      ? memory.trail
      : [...memory.trail.filter((s) => s !== open.step), open.step].slice(-LIMITS.trail),
  }
}

export function answered(
  memory: Memory,
  question: Question,
  value: Value,
  basis: Basis,
  now: number,
): Partial<Memory> {
  const kept: Kept = { step: question.id, at: now, basis, value }
  const { [question.into]: _, ...stated } = memory.stated
  return {
    answers: { ...memory.answers, [question.into]: kept },
    stated,
    tries: 0,
    ...met(memory, question),
    urgency: urgencyOf(memory.urgency, question, value),
  }
}

export function left(
  memory: Memory,
  question: Question,
  how: 'skip' | 'refuse' | 'unsure' | 'misses',
  now: number,
): Partial<Memory> {
  const { [question.into]: _, ...stated } = memory.stated
  return {
    answers: { ...memory.answers, [question.into]: { step: question.id, at: now, basis: how } },
    stated,
    tries: 0,
    ...met(memory, question),
  }
}

/** Whoever heard one of several wordings has shown by now how it fares. */
export function met({ wordings }: Memory, { id }: Question): Partial<Memory> {
  const heard = wordings?.[id]
  return heard && !heard.met ? { wordings: { ...wordings, [id]: { ...heard, met: true } } } : {}
}

/** Forget the answer of a slot, to ask again. */
export function unanswered(memory: Memory, slot: string): Partial<Memory> {
  const { [slot]: _, ...answers } = memory.answers
  return { answers }
}

/** An option may say how soon somebody must act; the greatest counts, and nothing lowers it. */
function urgencyOf(now: Urgency, question: Question, value: Value): Urgency {
  const keys = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  return keys.reduce<Urgency>((most, key) => {
    const said = question.options?.[key]?.urgency
    return said ? moreUrgent(most, said) : most
  }, now)
}

/** The value of an answer signal, or undefined. */
export const valueIn = (signal: Signal): Value | undefined =>
  signal.type === 'answer' ? signal.value : undefined

import { type Assessment, assess } from '../assessment/assess.ts'
import { readAnswers } from '../assessment/read-answers.ts'
import type { IndicatorCode } from '../indicators.ts'
import type { Day, Instant } from '../time.ts'
import type { Yardstick } from './reassess.ts'

/** What an answer of the form rests on: said in the talk, noted by an adviser, or kept in a register. */
export const ANSWER_BASES = ['answer', 'quote', 'inferred', 'adviser', 'record'] as const

export type AnswerBasis = (typeof ANSWER_BASES)[number]

/** One known answer (已知的答案) with its basis. `text` = as it reads, or the reason that was given. */
export type KnownAnswer = {
  readonly slot: string
  readonly value: unknown
  readonly basis: AnswerBasis
  readonly text: string
  readonly by: string | null
  readonly at: Instant | null
}

/** What stands before the answers. `by` null = a yes of the resident to what was heard. */
export type KnownDecision = {
  readonly code: IndicatorCode
  readonly value: boolean | null
  readonly reason: string
  readonly by: string | null
}

export type FormAnswers = Readonly<Record<string, unknown>>

export type FormDecisions = Readonly<Partial<Record<IndicatorCode, boolean | null>>>

/** The assessment that the answers of a form give (评估表). The browser and the house compute the same. */
export function assessForm(
  { model, parameters }: Yardstick,
  day: Day,
  answers: FormAnswers,
  decided: FormDecisions = {},
): Assessment {
  const { facts } = readAnswers(model, answers)
  return assess(model, facts, { day, parameters, decided })
}

/**
 * Decisions that still stand beside the changed answers: what a resident only said yes to gives way as soon as
 * somebody answers about it.
 */
export function standingDecisions(
  { model }: Pick<Yardstick, 'model'>,
  decided: readonly KnownDecision[],
  changed: readonly string[],
): FormDecisions {
  const asks = new Map(model.indicators.map((each) => [each.code, each.asks]))
  const standing = decided.filter(
    ({ code, by }) => by !== null || !asks.get(code)?.some((slot) => changed.includes(slot)),
  )
  return Object.fromEntries(standing.map(({ code, value }) => [code, value]))
}

/** The same answer, whatever the order of a list or the writing of an amount. */
export function sameAnswer(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

/** Slots that another person changed since a form was filled, and filled otherwise than here (冲突). */
export function conflictsOf(
  seen: FormAnswers,
  mine: FormAnswers,
  theirs: FormAnswers,
): readonly string[] {
  return Object.keys(mine).filter(
    (slot) => !sameAnswer(seen[slot], theirs[slot]) && !sameAnswer(mine[slot], theirs[slot]),
  )
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map(String).toSorted()
  if (typeof value !== 'object') return value
  const { min, max } = value as { readonly min?: unknown; readonly max?: unknown }
  return min === max ? min : { min, max }
}

import {
  ANSWER_BASES,
  type AnswerBasis,
  type KnownAnswer,
  type KnownDecision,
} from '../../../core/casework/assessment-form.ts'
import type { FiledAnswer } from '../../../core/casework/case-file.ts'
import type { IndicatorCode } from '../../../core/indicators.ts'
import { INDICATORS } from '../../../core/indicators.ts'
import type { OpenedCase } from '../../ports/desk.ts'
import type { FileRecord } from '../../ports/household-files.ts'

/** Answers of a request: what an adviser noted stands before what the talk gave. */
export function answersOfCase({ file, captured }: OpenedCase): readonly KnownAnswer[] {
  const told = file.answers.filter(({ value }) => value !== null).map(fromTalk)
  const noted = [...captured.values()].map(({ slot, value, quote, by, at }): KnownAnswer => {
    return { slot, value, basis: quote === '' ? 'adviser' : 'quote', text: quote, by, at }
  })
  return newestOf([told, noted])
}

/** Answers that stand in a re-assessment of the file: body {answers: [{slot, value, basis, text, by, at}]}. */
export function answersOfRecord({ body, by, at }: FileRecord): readonly KnownAnswer[] {
  const { answers } = (body ?? {}) as { readonly answers?: unknown }
  if (!Array.isArray(answers)) return []
  return answers.flatMap((each: Partial<KnownAnswer>) => {
    if (typeof each.slot !== 'string' || each.value === undefined) return []
    const basis = ANSWER_BASES.find((known) => known === each.basis) ?? 'adviser'
    const who = each.by === undefined ? by.name : each.by
    const { slot, value, text = '' } = each
    return [{ slot, value, basis, text, by: who, at: each.at ?? at }]
  })
}

/**
 * What the register of help says: somebody who gets 低保, 特困供养 or 低保边缘 is below the line. A household's
 * benefit carries the name of the measure as the department calls it.
 */
export function answersOfRegister(
  records: readonly FileRecord[],
  month: string,
): readonly KnownAnswer[] {
  const given = records.filter(({ kind, state, detail }) => {
    const { to } = detail
    return kind === 'benefit' && state === 'given' && (typeof to !== 'string' || to >= month)
  })
  const found = given.flatMap(({ body, at }) => {
    const { item } = (body ?? {}) as { readonly item?: unknown }
    const code = typeof item === 'string' ? lineOf(item) : null
    return code === null ? [] : [{ code, item: String(item), at }]
  })
  const [first] = found
  if (!first) return []
  const value = [...new Set(found.map(({ code }) => code))]
  const text = found.map(({ item }) => item).join('、')
  return [{ slot: 'receives', value, basis: 'record', text, by: null, at: first.at }]
}

/** What stands before the answers of a request: an adviser's word, or a yes to what the house had heard. */
export function decisionsOfCase({ assessed, decided }: OpenedCase): readonly KnownDecision[] {
  const settled = (assessed.now?.perIndicator ?? []).filter(({ instead }) => instead !== undefined)
  return settled.map(({ code, value }) => {
    const decision = decided.get(code)
    return { code, value, reason: decision?.reason ?? '', by: decision?.by ?? null }
  })
}

export function decisionsOfRecord({ body, by }: FileRecord): readonly KnownDecision[] {
  const { decided } = (body ?? {}) as { readonly decided?: unknown }
  if (!Array.isArray(decided)) return []
  return decided.flatMap((each: Partial<KnownDecision>) => {
    const code: IndicatorCode | undefined = INDICATORS.find((known) => known === each.code)
    if (!code || each.value === undefined) return []
    const { value, reason = '' } = each
    return [{ code, value, reason, by: each.by === undefined ? by.name : each.by }]
  })
}

/** Later lists stand before earlier ones. */
export function newestOf(lists: readonly (readonly KnownAnswer[])[]): readonly KnownAnswer[] {
  return [...new Map(lists.flat().map((each) => [each.slot, each])).values()]
}

/** The first pass took amounts as they stand: what they are counted by was settled while asking. */
function fromTalk({ slot, value, reads, basis, at }: FiledAnswer): KnownAnswer {
  return {
    slot,
    value: asAmount(value),
    basis: BASIS[basis] ?? 'inferred',
    text: reads,
    by: null,
    at,
  }
}

const BASIS: Readonly<Partial<Record<FiledAnswer['basis'], AnswerBasis>>> = {
  answer: 'answer',
  story: 'quote',
  prefill: 'record',
}

function asAmount(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('min' in value)) return value
  const { min, max } = value as { readonly min: unknown; readonly max?: unknown }
  return { min, max }
}

function lineOf(item: string): 'edge' | 'tekun' | 'dibao' | null {
  if (/边缘/.test(item)) return 'edge'
  if (/特困/.test(item)) return 'tekun'
  return /低保|最低生活保障/.test(item) ? 'dibao' : null
}

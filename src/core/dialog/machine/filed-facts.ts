import type { Money } from '../../understanding/understood.ts'
import type { Question, SlotDef } from '../flow/schema.ts'
import type { KnownFile } from '../known-file.ts'
import type { Setting } from '../setting.ts'
import type { AddressValue, Filed, Memory, Value } from './memory.ts'
import { spanOf } from './span.ts'

/**
 * What of a file may be read back at this question: what it names, not older than it says, of a shape that the flow
 * of today still knows; sensitive answers (敏感个人信息) only where nobody else reads along.
 */
export function fitting(
  { slots }: Setting,
  { recall }: RecallQuestion,
  known: KnownFile,
  now: number,
): Filed {
  const found = Object.entries(recall).flatMap(([slot, oldest]) => {
    const def = slots[slot]
    const fact = known.facts[slot]
    if (!def || !fact || now - fact.at > spanOf(oldest)) return []
    if (def.privacy === 'sensitive' && !known.private) return []
    const value = valueFiled(def, fact.value)
    return value === undefined ? [] : [[slot, { value, at: fact.at }] as const]
  })
  return Object.fromEntries(found)
}

export type RecallQuestion = Question & { readonly recall: Readonly<Record<string, string>> }

export const recalls = (question: Question): question is RecallQuestion =>
  'recall' in question && question.recall !== undefined

/** Slots that stand to be confirmed: with no answer yet, or with one that was taken from the file. */
export function recalled(memory: Memory, { recall }: RecallQuestion): readonly string[] {
  return Object.keys(recall).filter((slot) => {
    const kept = memory.answers[slot]
    return memory.filed?.[slot] !== undefined && (!kept || kept.basis === 'prefill')
  })
}

function valueFiled(def: SlotDef, value: unknown): Value | undefined {
  switch (def.type) {
    case 'choice':
      return def.of?.find((key) => key === value)
    case 'choices':
      return Array.isArray(value) && value.length > 0 && value.every((key) => def.of?.includes(key))
        ? value
        : undefined
    case 'text':
    case 'name':
    case 'phone':
    case 'date':
      return typeof value === 'string' && value !== '' ? value : undefined
    case 'number':
    case 'household':
    case 'age':
      return typeof value === 'number' ? value : undefined
    case 'money':
      return amountOf(def, value)
    case 'address':
      return isPlace(value) ? value : undefined
    case 'story':
    case 'photos':
    case 'safety':
      return undefined
    default:
      return def.type satisfies never
  }
}

/** What an adviser noted is a plain number, or two ends. */
function amountOf({ per = 'month' }: SlotDef, value: unknown): Money | undefined {
  if (typeof value === 'number') return { min: value, max: value, approx: false, per }
  if (typeof value !== 'object' || value === null || !('min' in value)) return undefined
  const { min, max, approx = false } = value as Partial<Money>
  return typeof min === 'number' && typeof max === 'number' ? { min, max, approx, per } : undefined
}

const isPlace = (value: unknown): value is AddressValue =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'

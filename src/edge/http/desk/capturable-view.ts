import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import type { Capturable } from '../../../work/ports/desk.ts'
import type { Gate } from '../parts.ts'
import { word } from './words.ts'

/** Slots and choices in words: the flow's own, else the desk's. */
export function capturableView(
  { slot, label, kind, options }: Capturable,
  gate: Gate,
): CaseView['capturable'][number] {
  const texts = gate.texts.desk
  return {
    ...{ slot, kind, label: label ?? word(texts, 'slot', slot) },
    options: options.map((option) => ({
      code: option.code,
      label: option.label ?? word(texts, `choice.${slot}`, option.code),
    })),
  }
}

/** A noted value as people read it: a choice by its name, money and counts as numbers. */
export function readsOf(value: unknown, how: CaseView['capturable'][number] | undefined): string {
  if (Array.isArray(value)) return value.map((each) => readsOf(each, how)).join('、')
  if (typeof value === 'object' && value !== null) {
    const { min, max } = value as { readonly min?: number; readonly max?: number }
    return min === max ? String(min) : `${min}–${max}`
  }
  return how?.options.find(({ code }) => code === value)?.label ?? String(value)
}

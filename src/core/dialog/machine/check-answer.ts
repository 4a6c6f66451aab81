import type { Question, SlotDef } from '../flow/schema.ts'
import type { Value } from './memory.ts'

/** True when a value is outside what the question takes: seventeen people in a flat of two rooms. */
export function isOutside(question: Question, def: SlotDef, value: Value): boolean {
  const { min, max, min_length: least, max_length: most } = question.check ?? {}
  if (typeof value === 'number') return (min ?? value) > value || (max ?? value) < value
  if (typeof value === 'string' && isFree(def)) {
    const length = [...value].length
    return (least ?? 0) > length || (most ?? length) < length
  }
  return false
}

/** Files are counted by the channel, not by the answer. */
export const hasBounds = ({ check }: Question): boolean =>
  Object.keys(check ?? {}).some((bound) => bound !== 'max_files')

const isFree = (def: SlotDef) => def.type === 'text' || def.type === 'name' || def.type === 'story'

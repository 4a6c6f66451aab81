import type { Question } from '../flow/schema.ts'
import type { Value } from '../machine/memory.ts'

/** The danger that an option is in itself: 「有人打我」. */
export function optionDanger({ options }: Question, value: Value): string | undefined {
  const keys = Array.isArray(value) ? value : [value]
  return keys.map((key) => options?.[String(key)]?.danger).find((danger) => danger !== undefined)
}

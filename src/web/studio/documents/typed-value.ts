import { parse } from 'yaml'
import { isRecord, renderFlow } from '../yaml/render.ts'

/** A YAML text as a value; null when it cannot be read. */
export function readValue(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return null
  }
}

/** Texts as they are, anything else as it is written in one line. */
export function shown(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : renderFlow(value)
}

/** What was typed in place of a value: a figure for a figure, between braces what YAML reads, else a text. */
export function typedValue(typed: string, before: unknown): unknown {
  if (/^[[{]/.test(typed)) return readValue(typed) ?? typed
  const isFigure = typeof before === 'number' && /^\d+(\.\d+)?$/.test(typed)
  return isFigure ? Number(typed) : typed
}

/** The records of a list of a file. */
export function recordsAt(text: string, key: string): readonly Readonly<Record<string, unknown>>[] {
  const whole = readValue(text)
  const list = isRecord(whole) ? whole[key] : undefined
  return Array.isArray(list) ? list.filter(isRecord) : []
}

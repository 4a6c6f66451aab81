import { isOddLength } from '../../../core/dialog/translate/odd-length.ts'
import type { Source } from '../../../core/dialog/translate/translatable.ts'
import {
  sourceMark,
  stateOf,
  type Translated,
  type TranslationState,
} from '../../../core/dialog/translate/translated.ts'

/** A text beside its translation as it is being written. */
export type Row = Source & {
  readonly said: string
  readonly state: TranslationState
  readonly isOdd: boolean
}

export const FILTERS = ['all', 'open', 'missing', 'stale', 'inserts_differ', 'odd'] as const

export type Filter = (typeof FILTERS)[number]

export function rowsOf(
  language: string,
  sources: readonly Source[],
  translated: Translated,
  edits: Readonly<Record<string, string>>,
): readonly Row[] {
  return sources.map((source) => {
    const { key, text } = source
    const edit = edits[key]
    const now = edit === undefined ? translated : { [key]: { text: edit, of: sourceMark(text) } }
    const said = now[key]?.text ?? ''
    const isOdd = isOddLength(language, text, said)
    return { ...source, said, state: stateOf(now, key, text), isOdd }
  })
}

export function isShown(row: Row, filter: Filter, search: string): boolean {
  const words = search.trim().toLowerCase()
  const fits = words === '' || `${row.key} ${row.text} ${row.said}`.toLowerCase().includes(words)
  switch (filter) {
    case 'all':
      return fits
    case 'open':
      return fits && row.state !== 'done'
    case 'odd':
      return fits && row.isOdd
    default:
      return fits && row.state === filter
  }
}

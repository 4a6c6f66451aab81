import { namesIn } from '../check/known-names.ts'

/** Texts of one file in one language, by key; `of` is the mark of the source text that was translated. */
export type Translated = Readonly<Record<string, { readonly text: string; readonly of: string }>>

export type TranslationState = 'done' | 'missing' | 'stale' | 'inserts_differ'

/** Whether the translation of a text may be said: of today's source, and with its inserts. */
export function stateOf(translated: Translated, key: string, source: string): TranslationState {
  const found = Object.hasOwn(translated, key) ? translated[key] : undefined
  if (!found || found.text === '') return 'missing'
  if (!sameInserts(source, found.text)) return 'inserts_differ'
  return found.of === sourceMark(source) ? 'done' : 'stale'
}

/** The text to say: what is not translated, or was translated from another text, is said in the source language. */
export function inLanguage(translated: Translated, key: string, source: string): string {
  return stateOf(translated, key, source) === 'done' ? (translated[key]?.text ?? source) : source
}

const sameInserts = (source: string, text: string): boolean =>
  namesIn(source).toSorted().join() === namesIn(text).toSorted().join()

/** Eight hex digits of a source text (FNV-1a, 32 bits): a change shows; it guards against nobody. */
export function sourceMark(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}

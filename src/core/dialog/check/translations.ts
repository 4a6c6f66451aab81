import type { Flow } from '../flow/schema.ts'
import { error, type FlowProblem, warning } from './flow-problem.ts'
import { namesIn } from './known-names.ts'
import { type Text, textsOf } from './texts.ts'

/** Texts of one flow in other languages, by `<step>.<field>`; `of` is the mark of the source text. */
export type Translations = Readonly<
  Record<string, Readonly<Record<string, { readonly text: string; readonly of: string }>>>
>

/** Languages that a flow promises: is each text there, of today's source, with the same inserts? */
export function translationProblems(
  flow: Flow,
  translations: Translations,
): readonly FlowProblem[] {
  const others = flow.languages.filter((language) => language !== flow.source_language)
  const texts = keyed(flow)
  return others.flatMap((language) =>
    texts.flatMap(([key, text]): readonly FlowProblem[] => {
      const about = `${language} ${key}`
      const found = translations[language]?.[key]
      if (!found) return [{ ...told(text, 'missing_translation'), about }]
      const stale =
        found.of === sourceMark(text.text) ? [] : [{ ...told(text, 'stale_translation'), about }]
      const same = namesIn(text.text).toSorted().join() === namesIn(found.text).toSorted().join()
      return same
        ? stale
        : [...stale, { ...error('inserts_differ', flow.id, text.step), field: text.field, about }]
    }),
  )
}

const told = (text: Text, code: 'missing_translation' | 'stale_translation') => ({
  ...warning(code, text.flow, text.step),
  field: text.field,
})

/** Texts by the key of their translation; options count up. */
function keyed(flow: Flow): readonly (readonly [string, Text])[] {
  const seen = new Map<string, number>()
  return textsOf(flow).map((text) => {
    const key = `${text.step}.${text.field}`
    const at = (seen.get(key) ?? 0) + 1
    seen.set(key, at)
    return [text.field === 'options' ? `${key}.${at}` : key, text] as const
  })
}

/** Eight hex digits of a source text (FNV-1a, 32 bits): a change shows; it guards against nobody. */
export function sourceMark(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}

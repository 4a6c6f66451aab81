import type { Flow } from '../flow/schema.ts'
import { type Source, translatable } from '../translate/translatable.ts'
import { stateOf, type Translated, type TranslationState } from '../translate/translated.ts'
import { error, type FlowProblem, warning } from './flow-problem.ts'

/** Texts of one flow in other languages, by language. */
export type Translations = Readonly<Record<string, Translated>>

/** Languages that a flow promises: is each text there, of today's source, with the same inserts? */
export function translationProblems(
  flow: Flow,
  translations: Translations,
): readonly FlowProblem[] {
  const others = flow.languages.filter((language) => language !== flow.source_language)
  const texts = translatable(flow)
  return others.flatMap((language) =>
    texts.flatMap((source) => {
      const state = stateOf(translations[language] ?? {}, source.key, source.text)
      return problemOf(flow, source, state, `${language} ${source.key}`)
    }),
  )
}

function problemOf(
  flow: Flow,
  { step, field }: Source,
  state: TranslationState,
  about: string,
): readonly FlowProblem[] {
  const at = [flow.id, ...(step === null ? [] : [step])] as const
  switch (state) {
    case 'done':
      return []
    case 'missing':
      return [{ ...warning('missing_translation', ...at), field, about }]
    case 'stale':
      return [{ ...warning('stale_translation', ...at), field, about }]
    case 'inserts_differ':
      return [{ ...error('inserts_differ', ...at), field, about }]
    default:
      return state satisfies never
  }
}

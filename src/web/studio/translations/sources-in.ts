import { parse } from 'yaml'
import { flowSchema } from '../../../core/dialog/flow/schema.ts'
import {
  type Source,
  translatable,
  translatablePhrases,
} from '../../../core/dialog/translate/translatable.ts'

/** What is there to translate in a document, and into what. */
export type Sources = {
  readonly texts: readonly Source[]
  /** Codes besides Chinese; null = those of which the house has files. */
  readonly languages: readonly string[] | null
}

/** Null while the document cannot be read. */
export function sourcesIn(path: string, text: string): Sources | null {
  const value = read(text)
  if (path.startsWith('flows/')) {
    const flow = flowSchema.safeParse(value)
    if (!flow.success) return null
    const { languages, source_language: own } = flow.data
    return { texts: translatable(flow.data), languages: languages.filter((each) => each !== own) }
  }
  if (typeof value !== 'object' || value === null) return null
  const phrases = Object.entries(value).filter(([, said]) => typeof said === 'string')
  return { texts: translatablePhrases(Object.fromEntries(phrases)), languages: null }
}

/** flows/help-request.yaml → locales/en/help-request.yaml */
export function translationOf(path: string, language: string): string {
  return `locales/${language}/${path.split('/').at(-1)}`
}

function read(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 })
  } catch {
    return null
  }
}

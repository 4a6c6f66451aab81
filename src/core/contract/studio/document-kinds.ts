import type { z } from 'zod'
import type { DocumentKind } from './documents.ts'

type Kind = z.infer<typeof DocumentKind>

/** Where files of each kind stand. What is in none of these places is not edited in the studio. */
const PLACES: readonly (readonly [RegExp, Kind])[] = [
  [/^flows\/[\w-]+\.yaml$/, 'flow'],
  [/^flows\/tests\/[\w-]+\.yaml$/, 'talks'],
  [/^data\/assessment\/[\w-]+\.yaml$/, 'model'],
  [/^data\/parameters\/\d{6}\.yaml$/, 'parameters'],
  [/^data\/routing\/(default|\d{6})\.yaml$/, 'routing'],
  [/^data\/(clocks\/default|calendar\/[\w-]+)\.yaml$/, 'clocks'],
  [/^data\/hotlines\/[\w-]+\.yaml$/, 'hotlines'],
  [/^locales\/zh-CN\/understanding\/[\w-]+\.yaml$/, 'lexicon'],
  [/^data\/places\/([\w-]+\.(json|yaml)|roads\/\d{6}\.csv)$/, 'places'],
  [/^locales\/zh-CN\/(system|wording)\.yaml$/, 'texts'],
  [/^locales\/(?!zh-CN\/)[a-z]{2,3}(-\w+)?\/[\w-]+\.yaml$/, 'texts'],
]

/** What the document of this path is about; undefined = not one that the studio edits. */
export function kindOf(path: string): Kind | undefined {
  return PLACES.find(([place]) => place.test(path))?.[1]
}

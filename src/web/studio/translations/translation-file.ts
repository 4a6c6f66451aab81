import { isMap, parseDocument } from 'yaml'
import type { Source } from '../../../core/dialog/translate/translatable.ts'
import { sourceMark, type Translated } from '../../../core/dialog/translate/translated.ts'

/** The translations in the text of a file; what has another form is not there. */
export function translatedIn(text: string): Translated {
  const value: unknown = parseDocument(text).toJS({ maxAliasCount: 0 })
  if (typeof value !== 'object' || value === null) return {}
  const found = Object.entries(value).flatMap(([key, entry]) => {
    const { text: said, of } = (entry ?? {}) as { text?: unknown; of?: unknown }
    return typeof said === 'string' && typeof of === 'string' ? [[key, { text: said, of }]] : []
  })
  return Object.fromEntries(found)
}

/** The file with these translations in it; comments and all other entries stay. */
export function withTranslations(
  file: string,
  sources: readonly Source[],
  edits: Readonly<Record<string, string>>,
): string {
  const document = parseDocument(file)
  if (!isMap(document.contents)) document.contents = document.createNode({}) as never
  for (const { key, text } of sources) {
    const said = edits[key]
    if (said === undefined) continue
    if (said.trim() === '') document.deleteIn([key])
    else document.setIn([key], document.createNode({ text: said, of: sourceMark(text) }))
  }
  return document.toString({ lineWidth: 0 })
}

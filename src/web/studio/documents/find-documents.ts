import type { Line } from '../api/documents.ts'
import { say } from '../texts.ts'

/** Documents whose title, path or kind has the words; with nothing wanted all of them. */
export function findDocuments(lines: readonly Line[], wanted: string): readonly Line[] {
  const words = wanted.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter(({ title, path, kind }) => {
    const text = `${title} ${path} ${say(`kind.${kind}`)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

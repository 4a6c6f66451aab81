import { csvText } from '../../casework/csv-text.ts'

/** A text as translators carry it: key, source and what it reads in the other language. */
export type Carried = { readonly key: string; readonly source: string; readonly text: string }

const HEAD = ['key', 'source', 'text']

/** For a spreadsheet: three columns, a text a row. */
export function toCsv(texts: readonly Carried[]): string {
  return csvText([HEAD, ...texts.map(({ key, source, text }) => [key, source, text])])
}

/** Rows of such a file; null where it is another kind of file. Columns may stand in any order. */
export function fromCsv(file: string): readonly Carried[] | null {
  const [head = [], ...rows] = rowsOf(file.replace(/^\uFEFF/, ''))
  const [key, source, text] = HEAD.map((name) => head.indexOf(name))
  if (key === undefined || key < 0 || text === undefined || text < 0) return null
  return rows.flatMap((row) => {
    const found = row[key] ?? ''
    if (found === '') return []
    return [{ key: found, source: plain(row[source ?? -1] ?? ''), text: plain(row[text] ?? '') }]
  })
}

/** The apostrophe that keeps a text from being a formula goes again. */
const plain = (cell: string) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠\t\r\n])/u, '')

/** RFC 4180. */
function rowsOf(file: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy
  for (const [, quoted, bare, end] of file.matchAll(cells)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

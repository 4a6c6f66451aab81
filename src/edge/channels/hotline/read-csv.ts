/** One line by the names of its columns. */
export type CsvLine = Readonly<Record<string, string>>

/**
 * A table as offices save it: UTF-8 with or without BOM, or GBK (GB 18030); comma, semicolon or tab;
 * fields in quotes may hold commas and line ends (RFC 4180). Empty lines are left out.
 */
export function readCsv(bytes: Uint8Array): readonly CsvLine[] {
  const [head = [], ...rows] = cellsOf(decoded(bytes))
  const names = head.map((name) => name.trim())
  return rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, (row[at] ?? '').trim()])),
  )
}

/** What is no UTF-8 comes from an office program that still writes GBK. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Character by character: one pass whatever the table holds, also quotes that nobody closed. */
function cellsOf(text: string): string[][] {
  const comma = /[,;\t]/.exec(text.split('\n', 1)[0] ?? '')?.[0] ?? ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at <= text.length; at++) {
    const char = text[at] ?? '\n'
    const isEnd = at === text.length || (!quoted && char === '\n')
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += char
      at++
    } else if (char === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted
    } else if (isEnd || (!quoted && char === comma)) {
      row.push(cell)
      cell = ''
    } else {
      cell += char
    }
    if (isEnd) {
      rows.push(row)
      row = []
    }
  }
  return rows.filter((each) => each.some((value) => value.trim() !== ''))
}

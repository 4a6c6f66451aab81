type Cell = string | number | boolean | null

/**
 * Rows as CSV (RFC 4180) with a byte order mark, which office programs need for Chinese. A text that begins like
 * a formula is made plain by an apostrophe (OWASP, CSV injection).
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: Cell): string {
  const text = String(value ?? '')
  const plain = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}

/** Full-width signs are formulas to some programs as well. */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/

/** Excel takes a file for UTF-8 only when it begins with this mark. */
const MARK = '\uFEFF'

/** Rows as CSV (RFC 4180) for a spreadsheet; no cell can become a formula (OWASP: CSV injection). */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

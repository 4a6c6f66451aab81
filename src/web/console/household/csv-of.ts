import type { ExportedFile } from '../../../core/contract/office/household-export.ts'
import { columnsOf } from './columns-of.ts'
import { markOf } from './mark-of.ts'
import { wordOf } from './word-of.ts'

/**
 * A table as CSV with a byte order mark, which office programs need for Chinese. The first line says who took it
 * out and what for. What begins like a formula is made plain text (OWASP, CSV injection).
 */
export function csvOf(taken: ExportedFile): string {
  const rows = taken.tables.flatMap(({ rows: all }) => [
    columnsOf(all).map((name) => wordOf('column', name)),
    ...all.map((row) => columnsOf(all).map((name) => row[name] ?? '')),
  ])
  return `\uFEFF${[[markOf(taken)], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(value: string | number | boolean): string {
  const text = String(value)
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}

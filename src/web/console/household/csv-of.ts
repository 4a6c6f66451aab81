import { csvText } from '../../../core/casework/csv-text.ts'
import type { ExportedFile } from '../../../core/contract/office/household-export.ts'
import { cellOf } from './cell-of.ts'
import { columnsOf } from './columns-of.ts'
import { markOf } from './mark-of.ts'
import { wordOf } from './word-of.ts'

/** A table as CSV, codes in words. The first line says who took it out and what for. */
export function csvOf(taken: ExportedFile): string {
  const rows = taken.tables.flatMap(({ rows: all }) => [
    columnsOf(all).map((name) => wordOf('column', name)),
    ...all.map((row) => columnsOf(all).map((name) => cellOf(name, row))),
  ])
  return csvText([[markOf(taken)], ...rows])
}

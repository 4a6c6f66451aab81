import type { ExportedFile } from '../../../core/contract/office/household-export.ts'

type Rows = ExportedFile['tables'][number]['rows']

/** Names of all columns that some row has, in the order in which they come. */
export const columnsOf = (rows: Rows): readonly string[] => [
  ...new Set(rows.flatMap((row) => Object.keys(row))),
]

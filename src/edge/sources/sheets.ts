import type { Cell, Worksheet } from 'exceljs'
import type { SheetRow, Sheets } from '../../core/dialog/carry/sheets.ts'
import { problem } from '../../core/errors.ts'

const NAMES = ['survey', 'choices', 'settings'] as const

/** A form above this is no talk any more; it also bounds what a small file may unfold to. */
const MOST_ROWS = 2_000
const MOST_COLUMNS = 100

/** The sheets of an XLSForm workbook. Throws bad_request for any other file. */
export async function readSheets(bytes: Uint8Array): Promise<Sheets> {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  try {
    await book.xlsx.load(Buffer.from(bytes) as never)
  } catch (error) {
    throw problem('bad_request', { field: 'data.no_workbook' }, error)
  }
  const named = (name: string) =>
    book.worksheets.find((sheet) => sheet.name.trim().toLowerCase() === name)
  const [survey, choices, settings] = NAMES.map((name) => rowsOf(named(name)))
  if (!survey?.some((row) => Object.keys(row).some((head) => head.toLowerCase() === 'type')))
    throw problem('bad_request', { field: 'data.no_survey' })
  return { survey, choices: choices ?? [], settings: settings ?? [] }
}

function rowsOf(sheet: Worksheet | undefined): readonly SheetRow[] {
  if (!sheet) return []
  // A style down to the last row of the sheet makes no rows: only what is filled counts.
  if (sheet.actualRowCount > MOST_ROWS || sheet.actualColumnCount > MOST_COLUMNS)
    throw problem('too_large', { field: 'data' })
  const head: string[] = []
  sheet.getRow(1).eachCell((cell, at) => {
    head[at] = textIn(cell)
  })
  const rows: SheetRow[] = []
  sheet.eachRow((row, at) => {
    if (at === 1) return
    const cells = head.flatMap((name, column) => {
      const text = name ? textIn(row.getCell(column)) : ''
      return text === '' ? [] : [[name, text] as const]
    })
    if (cells.length > 0) rows.push(Object.fromEntries(cells))
  })
  return rows
}

/** A link with letters of several kinds gives its pieces instead of a text. */
function textIn({ text }: Cell): string {
  const given: unknown = text
  if (typeof given === 'string') return given.trim()
  const { richText } = (given ?? {}) as { readonly richText?: readonly { readonly text: string }[] }
  return (richText ?? [])
    .map((piece) => piece.text)
    .join('')
    .trim()
}

export async function writeSheets(sheets: Sheets): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  for (const name of NAMES) {
    const rows = sheets[name]
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const sheet = book.addWorksheet(name)
    sheet.addRow(columns)
    for (const row of rows) sheet.addRow(columns.map((column) => row[column] ?? ''))
    sheet.getRow(1).font = { bold: true }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

import type { Worksheet } from 'exceljs'
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
    throw problem('bad_request', { field: 'data', why: 'no_workbook' }, error)
  }
  const [survey, choices, settings] = NAMES.map((name) => rowsOf(book.getWorksheet(name)))
  if (!survey || survey.length === 0)
    throw problem('bad_request', { field: 'data', why: 'no_survey' })
  return { survey, choices: choices ?? [], settings: settings ?? [] }
}

function rowsOf(sheet: Worksheet | undefined): readonly SheetRow[] {
  if (!sheet) return []
  if (sheet.rowCount > MOST_ROWS || sheet.columnCount > MOST_COLUMNS)
    throw problem('too_large', { field: 'data' })
  const head: string[] = []
  sheet.getRow(1).eachCell((cell, at) => {
    head[at] = cell.text.trim()
  })
  const rows: SheetRow[] = []
  sheet.eachRow((row, at) => {
    if (at === 1) return
    const cells = head.flatMap((name, column) => {
      const text = name ? row.getCell(column).text.trim() : ''
      return text === '' ? [] : [[name, text] as const]
    })
    if (cells.length > 0) rows.push(Object.fromEntries(cells))
  })
  return rows
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

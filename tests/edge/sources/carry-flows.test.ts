import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import excel from 'exceljs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { tidySheets } from '../../../src/core/dialog/carry/xlsform/tidy-sheets.ts'
import { flowSchema } from '../../../src/core/dialog/flow/schema.ts'
import { carrying } from '../../../src/edge/sources/carry-flows.ts'
import { readSheets } from '../../../src/edge/sources/sheets.ts'

/** A workbook of these rows; the first is the head. */
async function workbook(sheets: Readonly<Record<string, readonly unknown[][]>>) {
  const book = new excel.Workbook()
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows([...rows])
  return { book, bytes: async () => new Uint8Array(await book.xlsx.writeBuffer()) }
}

test('sheets in capitals, links of several letters and styles down to the last row are read', async () => {
  const { book, bytes } = await workbook({
    SURVEY: [
      ['TYPE', 'name', 'label'],
      ['text', 'site', ''],
    ],
  })
  const [sheet] = book.worksheets
  if (!sheet) return expect.unreachable()
  sheet.getCell('C2').value = {
    text: { richText: [{ text: '您看' }, { text: '这里' }] },
    hyperlink: 'https://example.org',
  } as unknown as excel.CellHyperlinkValue
  sheet.getCell('A5000').style = { font: { bold: true } }
  const { survey } = await readSheets(await bytes())
  expect(survey).toEqual([{ TYPE: 'text', name: 'site', label: '您看这里' }])
})

test('what cannot be read says why', async () => {
  const other = await (await workbook({ Sheet1: [['a', 'b']] })).bytes()
  const json = (given: object) => new TextEncoder().encode(JSON.stringify(given))
  const older = json({ version: '10', flows: [{ action_sets: [], rule_sets: [] }] })
  for (const [name, bytes, field] of [
    ['a.xlsx', other, 'data.no_survey'],
    ['a.xlsx', json({}), 'data.no_workbook'],
    ['a.json', older, 'data.older'],
    ['a.json', json({ flows: [{ nodes: 3 }] }), 'data.no_flows'],
  ] as const) {
    await expect(carrying.read(name, bytes), field).rejects.toMatchObject({ details: { field } })
  }
})

const folder = process.env.HEARTH_XLSFORM_SAMPLES ?? ''
test.skipIf(folder === '')(
  `forms of a folder${folder === '' ? ' (none: HEARTH_XLSFORM_SAMPLES is not set)' : ''} lose nothing without a word`,
  async () => {
    const sum = { files: 0, refused: 0, rows: 0, texts: 0, carried: 0 }
    for (const name of readdirSync(folder)) {
      sum.files += 1
      const bytes = readFileSync(join(folder, name))
      const [flow] = await carrying.read(name, bytes).catch(() => [])
      if (!flow) {
        sum.refused += 1
        continue
      }
      expect(flowSchema.safeParse(parse(flow.text)).error?.issues, name).toBeUndefined()
      const kept = packed(JSON.stringify(parse(flow.text)))
      const told = packed(JSON.stringify(flow.left))
      const { survey } = tidySheets(await readSheets(bytes))
      const rows = survey.filter(({ type }) => type)
      const texts = rows.flatMap(textsOf)
      const parts = [...texts, ...rows.flatMap(partsOf)]
      expect(
        parts.filter((part) => !kept.includes(part) && !told.includes(part)),
        name,
      ).toEqual([])
      sum.rows += survey.length
      sum.texts += texts.length
      sum.carried += texts.filter((part) => kept.includes(part)).length
    }
    process.stdout.write(`${JSON.stringify(sum)}\n`)
    expect(sum.rows).toBeGreaterThan(0)
  },
  60_000,
)

type Cells = Readonly<Record<string, string>>

/** How what is read begins, as far as nothing is put in. */
function textsOf(row: Cells): readonly string[] {
  if (/^end/i.test(row.type ?? '')) return []
  const said = [row.label ?? '', row.hint ?? '']
  return said.map((text) => packed(text.split('${')[0]?.slice(0, 20) ?? '')).filter(Boolean)
}

const partsOf = (row: Cells): readonly string[] =>
  ['calculation', 'appearance', 'choice_filter']
    .map((name) => packed(row[name] ?? ''))
    .filter(Boolean)

const packed = (text: string) => text.replaceAll('\\n', '').replace(/[\s\\"]+/g, '')

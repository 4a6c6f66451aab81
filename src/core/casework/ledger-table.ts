/** 服务台账, 回访台账, 提醒台账, 临时救助台账. */
export const LEDGERS = ['services', 'follow-ups', 'reminders', 'aid'] as const

export type Ledger = (typeof LEDGERS)[number]

type Cell = string | number | null

/** A line of a ledger by its columns: codes, days, numbers, and words as they were written. */
export type LedgerCells = Readonly<Record<string, Cell>>

/** Texts of locales/zh-CN/office/ledger.yaml. */
type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** The ledger of a month (台账): a heading row, then a row for each line, with words for codes. */
export function ledgerTable(
  ledger: Ledger,
  lines: readonly LedgerCells[],
  say: Say,
): { readonly heading: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  const columns = [...HOUSEHOLD, ...COLUMNS[ledger]]
  const words: Readonly<Record<string, string>> = { ...CODES, state: `${ledger}_state` }
  return {
    heading: columns.map((name) => say(`column.${name}`)),
    rows: lines.map((line) =>
      columns.map((name) => {
        const cell = line[name] ?? null
        const kind = words[name]
        return kind === undefined || cell === null || cell === '' ? cell : said(kind, cell, say)
      }),
    ),
  }
}

/** Several codes stand in one cell with spaces between. */
const said = (kind: string, cell: Cell, say: Say): string =>
  String(cell)
    .split(' ')
    .map((code) => say(`${kind}.${code}`))
    .join('、')

/** Columns that hold codes, and where their words stand. */
const CODES = {
  ...{ grade: 'grade', type: 'type', result: 'result', at_home: 'at_home' },
  ...{ how: 'way', worse: 'indicator' },
} as const

const HOUSEHOLD = ['number', 'name', 'street', 'committee', 'grade'] as const

const COLUMNS = {
  services: ['day', 'type', 'result', 'minutes', 'at_home', 'who', 'words', 'by', 'state', 'why'],
  'follow-ups': ['due', 'day', 'state', 'how', 'who', 'worse', 'words', 'by', 'reason'],
  reminders: ['due', 'to', 'words', 'state', 'answer', 'by'],
  aid: ['day', 'yuan', 'state', 'due', 'by'],
} as const satisfies Record<Ledger, readonly string[]>

import { isAtHome } from '../../../core/casework/service-lists.ts'
import type { Ledger, LedgerLine } from '../../ports/ledger.ts'

export type LedgerWords = {
  /** Texts of locales/zh-CN/office/ledger.yaml. */
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string
  readonly placeName: (code: string) => string
}

type Cell = string | number | null

/** The ledger of a month (台账): a heading row, then a row for each record, ready for a spreadsheet. */
export function ledgerRows(
  ledger: Ledger,
  lines: readonly LedgerLine[],
  words: LedgerWords,
): readonly (readonly Cell[])[] {
  const columns = [...HOUSEHOLD, ...COLUMNS[ledger]]
  const heading = columns.map((name) => words.say(`column.${name}`))
  const rows = lines.map((line) => {
    const cells = { ...householdCells(line, words), ...CELLS[ledger](line, words) }
    return columns.map((name) => cells[name] ?? null)
  })
  return [heading, ...rows]
}

const HOUSEHOLD = ['number', 'name', 'street', 'committee', 'grade'] as const

const COLUMNS = {
  services: ['day', 'type', 'result', 'minutes', 'at_home', 'who', 'words', 'by', 'state', 'why'],
  'follow-ups': ['due', 'day', 'state', 'how', 'who', 'worse', 'words', 'by', 'reason'],
  reminders: ['due', 'to', 'words', 'state', 'answer', 'by'],
} as const

type Cells = Readonly<Record<string, Cell>>

function householdCells({ head }: LedgerLine, { say, placeName }: LedgerWords): Cells {
  return {
    number: head.number,
    name: head.name,
    street: head.street && placeName(head.street),
    committee: head.committee && placeName(head.committee),
    grade: say(`grade.${head.grade ?? 'open'}`),
  }
}

const CELLS: Readonly<Record<Ledger, (line: LedgerLine, words: LedgerWords) => Cells>> = {
  services: ({ record }, { say }) => {
    const { day, detail, body, by, state } = record
    const { type, result, minutes } = detail
    return {
      ...{ day, by: by.name, who: textOf(body, 'who'), words: textOf(body, 'words') },
      type: say(`type.${String(type)}`),
      result: say(`result.${String(result)}`),
      minutes: typeof minutes === 'number' ? minutes : null,
      at_home: isAtHome(type) ? say('yes') : '',
      state: say(`service_state.${state}`),
      why: state === 'struck' ? textOf(body, 'why') : '',
    }
  },
  'follow-ups': ({ record }, { say }) => {
    const { day, dueOn, detail, body, owner, changedBy, state } = record
    const { how, worse } = detail
    const codes = Array.isArray(worse) ? worse.map(String) : []
    return {
      ...{ day, due: dueOn, who: textOf(body, 'met'), words: textOf(body, 'words') },
      state: say(`follow_up_state.${state}`),
      how: typeof how === 'string' ? say(`way.${how}`) : '',
      worse: codes.map((code) => say(`indicator.${code}`)).join('、'),
      by: state === 'done' ? changedBy.name : (owner?.name ?? ''),
      reason: textOf(body, 'reason'),
    }
  },
  reminders: ({ record }, { say }) => {
    const { dueOn, detail, body, owner, by, state } = record
    return {
      ...{ due: dueOn, by: by.name, words: textOf(body, 'words'), answer: textOf(body, 'answer') },
      to: detail.to === 'partner' ? textOf(body, 'partner') : (owner?.name ?? ''),
      state: say(`reminder_state.${state}`),
    }
  },
}

function textOf(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return ''
  const value = (body as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : ''
}

import { INDICATORS } from '../../indicators.ts'
import { PRIVACY, SLOT_TYPES, type SlotDef } from '../flow/schema.ts'
import { draftFlow, type FlowDraft, idOf, textOf } from './flow-draft.ts'
import { EXTRA_TEXTS, type NotCarried, type SheetRow, type Sheets } from './sheets.ts'
import { fromXpath } from './xpath.ts'

/** The questions of an XLSForm as a flow, to be read over: what it cannot hold is told. */
export function fromXlsform({ survey, choices, settings }: Sheets): FlowDraft {
  const left: NotCarried[] = []
  const lists = listsIn(choices)
  const rows = survey.filter(({ type }) => type)
  const slots = Object.fromEntries(rows.flatMap((row) => slotOf(row, lists)))
  const sections: Record<string, string> = {}
  const groups: string[] = []
  const steps = rows.flatMap((row): readonly object[] => {
    const type = kindOf(row)
    if (type === 'begin group') {
      const section = idOf(row.name ?? 'part')
      groups.push(section)
      sections[section] = labelIn(row).slice(0, 20) || section
      if (row.relevant) left.push({ code: 'condition', at: section, what: row.relevant })
      return []
    }
    if (type === 'end group') {
      groups.pop()
      return []
    }
    const at = groups.at(-1)
    return stepOf(row, { lists, slots, left, section: at })
  })
  const [first = {}] = settings
  return draftFlow({
    id: idOf(first.form_id ?? first.form_title ?? 'form'),
    title: first.form_title ?? first.form_id ?? '',
    ...{ slots, sections, steps, left: [...left, ...foreignLabels(survey)] },
  })
}

function listsIn(choices: readonly SheetRow[]): ReadonlyMap<string, readonly SheetRow[]> {
  const lists = new Map<string, SheetRow[]>()
  for (const choice of choices) {
    const name = choice.list_name ?? ''
    lists.set(name, [...(lists.get(name) ?? []), choice])
  }
  return lists
}

type Having = {
  readonly lists: ReadonlyMap<string, readonly SheetRow[]>
  readonly slots: Readonly<Record<string, SlotDef>>
  readonly left: NotCarried[]
  readonly section: string | undefined
}

function stepOf(row: SheetRow, { lists, slots, left, section }: Having): readonly object[] {
  const name = idOf(row['hearth::step'] ?? row.name ?? '')
  const into = idOf(row.name ?? '')
  const type = kindOf(row)
  const when = row.relevant ? fromXpath(row.relevant, slots) : undefined
  if (when === null) left.push({ code: 'condition', at: name, what: row.relevant ?? '' })
  const base = { id: name, ...(section ? { section } : {}), ...(when ? { when } : {}) }
  if (type === 'note') return [{ ...base, say: textOf(labelIn(row)) }]
  if (type.startsWith('begin repeat') || type === 'end repeat') {
    left.push({ code: 'repeat', at: name, what: type })
    return []
  }
  if (!slots[into]) {
    const code = type === 'calculate' ? 'calculation' : 'question_kind'
    left.push({ code, at: name, what: row.calculation ?? row.type ?? '' })
    return []
  }
  const check = checkOf(row, left)
  const options = optionsOf(row, lists)
  const indicator = INDICATORS.find((code) => code === row['hearth::indicator'])
  if (indicator) left.push({ code: 'step_kind', at: name, what: indicator })
  return [
    {
      ...base,
      ...filled('hint', row.hint),
      ask: textOf(labelIn(row)),
      ...filled('why', row.guidance_hint),
      ...filled('miss', row.constraint_message),
      ...Object.assign({}, ...EXTRA_TEXTS.map((field) => filled(field, row[`hearth::${field}`]))),
      into,
      ...(check ? { check } : {}),
      ...(isYes(row.required) ? { skippable: false } : {}),
      ...(options ? { options } : {}),
    },
  ]
}

function slotOf(
  row: SheetRow,
  lists: ReadonlyMap<string, readonly SheetRow[]>,
): readonly (readonly [string, SlotDef])[] {
  const type = SLOT_TYPES.find((known) => known === row['hearth::type']) ?? typeOf(kindOf(row))
  if (type === undefined || !row.name) return []
  const values = Object.keys(optionsOf(row, lists) ?? {})
  const isChoice = type === 'choice' || type === 'choices'
  if (isChoice && values.length < 2) return []
  const per = (['month', 'year', 'once'] as const).find((each) => each === row['hearth::per'])
  const slot: SlotDef = {
    type,
    ...(isChoice ? { of: values } : {}),
    ...(per ? { per } : {}),
    privacy: PRIVACY.find((known) => known === row['hearth::privacy']) ?? 'sensitive',
    label: (row['hearth::label'] ?? labelIn(row)).slice(0, 12) || row.name.slice(0, 12),
  }
  return [[idOf(row.name), slot]]
}

function typeOf(type: string): SlotDef['type'] | undefined {
  if (type.startsWith('select_one') || type.startsWith('select one')) return 'choice'
  if (type.startsWith('select_multiple') || type.startsWith('select multiple')) return 'choices'
  return TYPES[type]
}

const TYPES: Readonly<Record<string, SlotDef['type']>> = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  range: 'number',
  date: 'date',
  image: 'photos',
  geopoint: 'address',
}

function optionsOf(row: SheetRow, lists: Having['lists']) {
  const list = /^select[_ ](?:one|multiple)\s+(\S+)/.exec(row.type ?? '')?.[1]
  if (list === undefined) return undefined
  const options = (lists.get(list) ?? []).map((choice) => [
    choice.name ?? '',
    {
      label: textOf(labelIn(choice)).slice(0, 30),
      ...(choice['hearth::words'] ? { words: choice['hearth::words'].split(/\s+/) } : {}),
      ...(isYes(choice['hearth::exclusive']) ? { exclusive: true } : {}),
      ...(choice['hearth::urgency'] ? { urgency: choice['hearth::urgency'] } : {}),
    },
  ])
  return Object.fromEntries(options) as Readonly<Record<string, object>>
}

const PARTS: readonly (readonly [RegExp, 'min' | 'max' | 'min_length' | 'max_length'])[] = [
  [/^\.\s*>=\s*(-?\d+(?:\.\d+)?)$/, 'min'],
  [/^\.\s*<=\s*(-?\d+(?:\.\d+)?)$/, 'max'],
  [/^string-length\(\s*\.\s*\)\s*>=\s*(\d+)$/, 'min_length'],
  [/^string-length\(\s*\.\s*\)\s*<=\s*(\d+)$/, 'max_length'],
]

function checkOf({ constraint, name = '' }: SheetRow, left: NotCarried[]) {
  if (!constraint) return undefined
  const parts = constraint.split(/\s+and\s+/i).map((part) => {
    const known = PARTS.map(([form, key]) => [key, form.exec(part.trim())?.[1]] as const)
    return known.find(([, value]) => value !== undefined)
  })
  const found = parts.flatMap((part) => (part ? [[part[0], Number(part[1])] as const] : []))
  if (found.length < parts.length) left.push({ code: 'check', at: name, what: constraint })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

/** `label`, or its Chinese column, or the first column of labels that there is. */
function labelIn(row: SheetRow): string {
  if (row.label) return row.label
  const columns = Object.keys(row).filter((column) => column.startsWith('label::'))
  const chinese = columns.find((column) => /chinese|中文|\(zh/i.test(column))
  return row[chinese ?? columns[0] ?? ''] ?? ''
}

function foreignLabels(survey: readonly SheetRow[]): readonly NotCarried[] {
  const columns = new Set(survey.flatMap(Object.keys).filter((name) => name.startsWith('label::')))
  return columns.size > 1
    ? [{ code: 'languages', at: 'survey', what: [...columns].join(', ') }]
    : []
}

const kindOf = ({ type = '' }: SheetRow): string => type.trim().replace(/^(begin|end)_/, '$1 ')

const isYes = (cell: string | undefined): boolean =>
  /^(yes|true|true\(\))$/i.test(cell?.trim() ?? '')

function filled(field: string, text: string | undefined): object {
  return text ? { [field]: textOf(text) } : {}
}

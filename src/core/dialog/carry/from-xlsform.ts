import { INDICATORS } from '../../indicators.ts'
import { PRIVACY, type SlotDef } from '../flow/schema.ts'
import { LIMITS } from '../limits.ts'
import { draftFlow, type FlowDraft, idOf, inBubbles } from './flow-draft.ts'
import { EXTRA_TEXTS, type NotCarried, type SheetRow, type Sheets } from './sheets.ts'
import { checkIn } from './xlsform/check-in.ts'
import {
  isYes,
  type Lists,
  listsIn,
  noteSettings,
  type Row,
  rowsIn,
  typeOf,
} from './xlsform/rows.ts'
import { tidySheets } from './xlsform/tidy-sheets.ts'
import { fromXpath } from './xpath.ts'

/** The questions of an XLSForm as a flow, to be read over: what it cannot hold is told. */
export function fromXlsform(given: Sheets): FlowDraft {
  const { survey, choices, settings, left } = tidySheets(given)
  const rows = rowsIn(survey)
  const form: Form = {
    lists: listsIn(choices),
    ...{ slots: {}, names: new Map(), sections: {}, groups: [], left: [...left] },
  }
  for (const row of rows) takeSlot(form, row)
  const steps = rows.flatMap((row) => stepsOf(form, row))
  const { slots, sections, left: told } = form
  const [first = {}] = settings
  return draftFlow({
    id: idOf(first.form_id ?? first.form_title ?? 'form'),
    title: first.form_title ?? first.form_id ?? '',
    ...{ slots, sections, steps, left: told },
  })
}

type Form = {
  readonly lists: Lists
  readonly slots: Record<string, SlotDef>
  /** Slot by the name that it has there. */
  readonly names: Map<string, string>
  readonly sections: Record<string, string>
  readonly groups: { readonly section: string; readonly when: string | null }[]
  readonly left: NotCarried[]
}

function takeSlot({ slots, names, lists }: Form, row: Row): void {
  const { cells, into } = row
  const type = typeOf(row)
  if (type === undefined || !cells.name) return
  const values = (lists.get(row.list ?? '') ?? []).map(({ name = '' }) => name)
  const isChoice = type === 'choice' || type === 'choices'
  if (isChoice && values.length < 2) return
  const per = (['month', 'year', 'once'] as const).find((each) => each === cells['hearth::per'])
  slots[into] = {
    type,
    ...(isChoice ? { of: values } : {}),
    ...(per ? { per } : {}),
    privacy: PRIVACY.find((known) => known === cells['hearth::privacy']) ?? 'sensitive',
    label: (cells['hearth::label'] ?? cells.label ?? cells.name).slice(0, 12),
  }
  if (!names.has(cells.name)) names.set(cells.name, into)
}

function stepsOf(form: Form, row: Row): readonly object[] {
  const { left, groups } = form
  const { kind, cells, step } = row
  if (kind.startsWith('end ')) {
    groups.pop()
    return []
  }
  noteSettings(row, left)
  if (kind.startsWith('begin ')) {
    if (kind !== 'begin group') left.push({ code: 'repeat', at: step, what: cells.type ?? '' })
    openGroup(form, row)
    return []
  }
  if (kind === 'note') return saying(form, row)
  return form.slots[row.into] ? asking(form, row) : told(form, row)
}

function told({ left }: Form, { kind, cells, step }: Row): readonly object[] {
  const code = kind === 'calculate' ? 'calculation' : 'question_kind'
  const said = [cells.label, cells.hint].filter(Boolean).join(' ')
  const what = cells.calculation ?? cells.type ?? ''
  left.push({ code, at: step, what: said ? `${what}: ${said}` : what })
  return []
}

/** Most signs of the name of a part. */
const SECTION = 20

/** What stands in a group is asked only when the group is. */
function openGroup(form: Form, row: Row): void {
  const { cells, step } = row
  const when = whenOf(form, row)
  const outer = form.groups.at(-1)
  if (cells.hint) form.left.push({ code: 'setting', at: step, what: `hint: ${cells.hint}` })
  if (cells.label && cells.label.length > SECTION)
    form.left.push({ code: 'shortened', at: step, what: cells.label })
  if (cells.label) form.sections[step] = cells.label.slice(0, SECTION)
  const section = cells.label ? step : (outer?.section ?? '')
  form.groups.push({ section, when: joined(outer?.when ?? null, when) })
}

const joined = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : `(${a}) and (${b})`

function whenOf({ slots, names, left }: Form, { cells, step }: Row): string | null {
  if (!cells.relevant) return null
  const when = fromXpath(cells.relevant, slots, names)
  if (when === null) left.push({ code: 'condition', at: step, what: cells.relevant })
  return when
}

function baseOf(form: Form, row: Row): object {
  const group = form.groups.at(-1)
  const when = joined(group?.when ?? null, whenOf(form, row))
  return { ...(group?.section ? { section: group.section } : {}), ...(when ? { when } : {}) }
}

/** A long text is said in several bubbles. */
function saying(form: Form, row: Row): readonly object[] {
  const { cells, step } = row
  const text = [cells.label, cells.hint].filter(Boolean).join('\n')
  if (text === '') return told(form, row)
  const base = baseOf(form, row)
  return inBubbles(textOf(form, row, text)).map((say, at) => ({
    ...{ id: at === 0 ? step : `${step.slice(0, 37)}_${at + 1}`, ...base, say },
  }))
}

function asking(form: Form, row: Row): readonly object[] {
  const { slots, left } = form
  const { cells, step, into, kind } = row
  const base = baseOf(form, row)
  const before = inBubbles(textOf(form, row, cells.label ?? cells.hint ?? into))
  const ask = before.pop() ?? into
  const check = checkIn(cells, kind === 'integer' || kind === 'int', left)
  const options = slots[into]?.of ? optionsOf(form, row) : undefined
  const indicator = INDICATORS.find((code) => code === cells['hearth::indicator'])
  if (indicator) left.push({ code: 'step_kind', at: step, what: indicator })
  const extra = EXTRA_TEXTS.map((field) => filled(form, row, field, cells[`hearth::${field}`]))
  if (cells.required_message && cells.constraint_message)
    left.push({ code: 'setting', at: step, what: `required_message: ${cells.required_message}` })
  return [
    ...before.map((say, at) => ({ id: `${step.slice(0, 34)}_say${at + 1}`, ...base, say })),
    {
      ...{ id: step, ...base },
      ...(cells.label ? filled(form, row, 'hint', cells.hint) : {}),
      ask,
      ...filled(form, row, 'why', cells.guidance_hint),
      ...filled(form, row, 'miss', cells.constraint_message ?? cells.required_message),
      ...Object.assign({}, ...extra),
      into,
      ...(check ? { check } : {}),
      ...(isYes(cells.required) ? { skippable: false } : {}),
      ...(options ? { options } : {}),
    },
  ]
}

function optionsOf(form: Form, row: Row): Readonly<Record<string, object>> {
  const options = (form.lists.get(row.list ?? '') ?? []).map((choice) => [
    choice.name ?? '',
    {
      label: labelOf(form, row, choice),
      ...(choice['hearth::words'] ? { words: choice['hearth::words'].split(/\s+/) } : {}),
      ...(isYes(choice['hearth::exclusive']) ? { exclusive: true } : {}),
      ...(choice['hearth::urgency'] ? { urgency: choice['hearth::urgency'] } : {}),
    },
  ])
  return Object.fromEntries(options)
}

/** Most signs of an option. */
const LABEL = 30

function labelOf(form: Form, row: Row, { label, name = '' }: SheetRow): string {
  const text = textOf(form, row, label || name)
  if (text.length > LABEL) form.left.push({ code: 'shortened', at: row.step, what: text })
  return text.slice(0, LABEL)
}

/** `${phone}` → `{phone}`; what is no answer here stays as it was written. */
function textOf({ names, left }: Form, { step }: Row, text: string): string {
  const put = text.replace(/\$\{([^}]+)\}/g, (whole, name: string) => {
    // With a dot it is one of our own facts, of a form that went out from here.
    const into = names.get(name.trim()) ?? (name.includes('.') ? name : undefined)
    return into === undefined ? whole : `{${into}}`
  })
  const foreign = put.match(/\$\{[^}]*\}/g)
  if (foreign) left.push({ code: 'expression', at: step, what: foreign.join(' ') })
  return put.trim()
}

function filled(form: Form, row: Row, field: string, text: string | undefined): object {
  if (!text) return {}
  const whole = textOf(form, row, text)
  if (whole.length > LIMITS.textLength)
    form.left.push({ code: 'shortened', at: row.step, what: whole })
  return { [field]: whole.slice(0, LIMITS.textLength) }
}

import { parseCondition } from '../../conditions/parse.ts'
import { questionsOf } from '../flow/flow-bundle.ts'
import type { Flow, Question, SlotDef, Step } from '../flow/schema.ts'
import { EXTRA_TEXTS, type NotCarried, type SheetRow, type Sheets } from './sheets.ts'
import { toXpath } from './xpath.ts'

/**
 * The questions of a flow as an XLSForm. Columns `hearth::…` hold what that format does not know; other programs pass
 * over them. Deeds, ends, jumps and dangers stay behind and are told.
 */
export function toXlsform(flow: Flow): {
  readonly sheets: Sheets
  readonly left: readonly NotCarried[]
} {
  const left: NotCarried[] = []
  const survey: SheetRow[] = []
  let group: string | undefined
  const enter = (section: string | undefined) => {
    if (section === group) return
    if (group !== undefined) survey.push({ type: 'end_group' })
    if (section !== undefined) {
      survey.push({
        type: 'begin_group',
        name: section,
        label: flow.sections?.[section] ?? section,
      })
    }
    group = section
  }
  for (const step of flow.steps) {
    enter(step.section)
    const relevant = relevantOf(flow, step, left)
    if ('say' in step) {
      survey.push(row({ type: 'note', name: step.id, label: labelOf(step.say), relevant }))
      if (step.goto) left.push({ code: 'jump', at: step.id, what: step.goto })
      continue
    }
    const questions = questionsOf(step)
    if (questions.length === 0) {
      left.push({ code: 'step_kind', at: step.id, what: kindOf(step) })
    }
    for (const question of questions) survey.push(questionRow(flow, question, left))
  }
  enter(undefined)
  const choices = flow.steps.flatMap(questionsOf).flatMap(choiceRows)
  const settings = [
    { form_title: flow.title, form_id: flow.id, default_language: flow.source_language },
  ]
  return { sheets: { survey, choices, settings }, left }
}

/** What a step without a question does. */
const kindOf = (step: Step) => (['do', 'run'] as const).find((kind) => kind in step) ?? 'end'

function questionRow(flow: Flow, question: Question, left: NotCarried[]): SheetRow {
  const slot = flow.slots[question.into]
  const { id, ask, hint, why, miss, check, skippable } = question
  for (const [value, { goto, danger }] of Object.entries(question.options ?? {})) {
    const what = goto ?? danger
    if (what !== undefined) left.push({ code: 'jump', at: `${id}.${value}`, what })
  }
  for (const setting of SETTINGS) {
    const value = (question as Readonly<Record<string, unknown>>)[setting]
    if (value !== undefined) left.push({ code: 'setting', at: id, what: setting })
  }
  return row({
    type: typeOf(question, slot),
    name: question.into,
    label: labelOf(ask),
    hint: hint && labelOf(hint),
    guidance_hint: why && labelOf(why),
    relevant: relevantOf(flow, question, left),
    constraint: check && constraintOf(check),
    constraint_message: miss && labelOf(miss),
    required: skippable === false ? 'yes' : undefined,
    ...Object.fromEntries(EXTRA_TEXTS.map((field) => [`hearth::${field}`, question[field]])),
    'hearth::step': id,
    'hearth::type': slot?.type,
    'hearth::privacy': slot?.privacy,
    'hearth::label': slot?.label,
    'hearth::per': slot?.per,
    'hearth::indicator': 'indicator' in question ? question.indicator : undefined,
  })
}

/** Settings of a question that a form has no place for. */
const SETTINGS = ['consent', 'checkpoint', 'summarise', 'otherwise'] as const

function choiceRows(question: Question): readonly SheetRow[] {
  return Object.entries(question.options ?? {}).map(([value, option]) =>
    row({
      list_name: listOf(question),
      name: value,
      label: option.label,
      'hearth::words': option.words?.join(' '),
      'hearth::exclusive': option.exclusive ? 'yes' : undefined,
      'hearth::urgency': option.urgency,
    }),
  )
}

const listOf = ({ into }: Question): string => `${into}_list`

function typeOf(question: Question, slot: SlotDef | undefined): string {
  if (slot === undefined) return 'text'
  switch (slot.type) {
    case 'choice':
    case 'safety':
      return `select_one ${listOf(question)}`
    case 'choices':
      return `select_multiple ${listOf(question)}`
    case 'number':
    case 'household':
    case 'age':
    case 'money':
      return 'integer'
    case 'date':
      return 'date'
    case 'photos':
      return 'image'
    case 'text':
    case 'name':
    case 'story':
    case 'phone':
    case 'address':
      return 'text'
    default:
      return slot.type satisfies never
  }
}

type Check = NonNullable<Question['check']>

function constraintOf({ min, max, min_length, max_length }: Check): string | undefined {
  const parts = [
    ...(min === undefined ? [] : [`. >= ${min}`]),
    ...(max === undefined ? [] : [`. <= ${max}`]),
    ...(min_length === undefined ? [] : [`string-length(.) >= ${min_length}`]),
    ...(max_length === undefined ? [] : [`string-length(.) <= ${max_length}`]),
  ]
  return parts.length === 0 ? undefined : parts.join(' and ')
}

function relevantOf(
  flow: Flow,
  { id, when }: { readonly id: string; readonly when?: string | undefined },
  left: NotCarried[],
): string | undefined {
  if (when === undefined) return undefined
  const parsed = parseCondition(when)
  const xpath = parsed.ok ? toXpath(parsed.condition, flow.slots) : null
  if (xpath === null) left.push({ code: 'condition', at: id, what: when })
  return xpath ?? undefined
}

/** `{phone}` → `${phone}` */
const labelOf = (text: string): string => text.replace(/\{([a-z_][\w.]*)\}/g, '$${$1}')

function row(cells: Readonly<Record<string, string | undefined>>): SheetRow {
  const filled = Object.entries(cells).filter(([, cell]) => cell !== undefined && cell !== '')
  return Object.fromEntries(filled) as SheetRow
}

import type { StepValue } from '../yaml/edit-steps.ts'
import type { Parts } from '../yaml/parts.ts'
import { isRecord } from '../yaml/render.ts'

export type StepKind = 'ask' | 'say' | 'adaptive' | 'do' | 'run' | 'end' | 'unknown'

/** One line of the outline. */
export type Row =
  | { readonly is: 'section'; readonly id: string; readonly title: string; readonly size: number }
  | {
      readonly is: 'step'
      readonly id: string
      readonly kind: StepKind
      readonly step: number
      readonly question?: number
      readonly number: string
      readonly title: string
      readonly when?: string
      readonly section: string
      readonly value: StepValue
    }

const KINDS = ['ask', 'say', 'adaptive', 'do', 'run', 'end'] as const

export const kindOfStep = (value: StepValue): StepKind =>
  KINDS.find((kind) => kind in value) ?? 'unknown'

export function stepValue(parts: Parts, at: number): StepValue {
  const { value } = parts.steps[at]?.parsed ?? {}
  const step: unknown = Array.isArray(value) ? value[0] : undefined
  return isRecord(step) ? step : {}
}

export const questionsIn = (value: StepValue): readonly StepValue[] =>
  Array.isArray(value.questions) ? value.questions.filter(isRecord) : []

/** The outline of a flow: sections with their steps, questions of an adaptive block below it. */
export function rowsOf(parts: Parts, nameless: string): readonly Row[] {
  const sections = sectionsIn(parts)
  const rows: Row[] = []
  let section = firstSection(parts)
  let open: { at: number; size: number } | null = null
  const close = () => {
    const head = open && rows[open.at]
    if (open && head?.is === 'section') rows[open.at] = { ...head, size: open.size }
  }
  for (const [step] of parts.steps.entries()) {
    const value = stepValue(parts, step)
    const own = typeof value.section === 'string' ? value.section : section
    if (open === null || own !== section) {
      close()
      section = own
      open = { at: rows.length, size: 0 }
      rows.push({
        is: 'section',
        id: `${section} ${step}`,
        title: sections[section] ?? (section || nameless),
        size: 0,
      })
    }
    open.size += 1
    const head = rows[open.at]?.is === 'section' ? (rows[open.at]?.id ?? '') : ''
    const number = String(step + 1)
    rows.push({ is: 'step', ...lineOf(value), step, number, section: head })
    for (const [question, inner] of questionsIn(value).entries()) {
      rows.push({
        is: 'step',
        ...lineOf(inner),
        step,
        question,
        number: `${number}.${question + 1}`,
        section: head,
      })
    }
  }
  close()
  return rows
}

/** What stands before the first section that is named belongs to it. */
function firstSection(parts: Parts): string {
  for (const at of parts.steps.keys()) {
    const { section } = stepValue(parts, at)
    if (typeof section === 'string') return section
  }
  return ''
}

function lineOf(value: StepValue) {
  const kind = kindOfStep(value)
  const { id, when } = value
  return {
    kind,
    value,
    id: typeof id === 'string' ? id : '',
    title: titleOf(kind, value),
    ...(typeof when === 'string' ? { when } : {}),
  }
}

function titleOf(kind: StepKind, value: StepValue): string {
  const text = kind === 'ask' || kind === 'say' || kind === 'end' ? value[kind] : undefined
  return typeof text === 'string' ? (text.split('\n')[0] ?? '') : ''
}

/** What the house does by itself at a step, by name. */
export const deedsIn = (value: StepValue): readonly string[] =>
  Array.isArray(value.do)
    ? value.do.flatMap((deed) => (isRecord(deed) ? Object.keys(deed) : []))
    : []

export function sectionsIn(parts: Parts): Readonly<Record<string, string>> {
  const { sections } = headOf(parts)
  return isRecord(sections)
    ? Object.fromEntries(Object.entries(sections).map(([id, title]) => [id, String(title)]))
    : {}
}

/** All that is not a step: title, slots, defaults. */
export const headOf = (parts: Parts): StepValue =>
  isRecord(parts.rest.value) ? parts.rest.value : {}

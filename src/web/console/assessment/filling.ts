import type { Assessment } from '../../../core/assessment/assess.ts'
import type { Model } from '../../../core/assessment/model.ts'
import type { Parameters } from '../../../core/assessment/parameters.ts'
import {
  assessForm,
  conflictsOf,
  type FormAnswers,
  sameAnswer,
  standingDecisions,
} from '../../../core/casework/assessment-form.ts'
import type { AssessmentFormView, FilledForm } from '../../../core/contract/office/assessment.ts'
import type { IndicatorCode } from '../../../core/indicators.ts'
import { type Typed, valueIn } from '../case/typed-value.ts'

export type FormQuestion = AssessmentFormView['questions'][number]

/** What somebody is filling in: plain data, kept on this computer until it has arrived. */
export type Filling = {
  readonly id: string
  /** Raw, as typed or ticked, by slot. */
  readonly typed: Readonly<Record<string, Typed>>
  readonly reasons: Readonly<Record<string, string>>
  /** What was known when a slot was first changed here. */
  readonly seen: FormAnswers
  readonly decided: Readonly<Partial<Record<IndicatorCode, Decided>>>
  readonly note: string
}

type Decided = { readonly value: boolean | null; readonly reason: string }

export const newFilling = (id: string): Filling => {
  return { id, typed: {}, reasons: {}, seen: {}, decided: {}, note: '' }
}

/** What a filling means over what is known now. */
export type Reckoned = {
  readonly assessment: Assessment
  readonly known: FormAnswers
  /** Slots whose answer is another one than is known. */
  readonly changed: FormAnswers
  /** Slots that another person changed meanwhile, and otherwise. */
  readonly conflicts: readonly string[]
  /** Slots begun and not readable yet, and things that still need their reason. */
  readonly unread: readonly string[]
  readonly unexplained: readonly string[]
}

/** Recomputes grade, points and margin: the very function of the house, in the browser. */
export function reckon(form: AssessmentFormView, filling: Filling): Reckoned {
  const known = Object.fromEntries(form.answers.map(({ slot, value }) => [slot, value]))
  const mine: Record<string, unknown> = {}
  const unread: string[] = []
  for (const question of form.questions) {
    const typed = filling.typed[question.slot]
    if (typed === undefined) continue
    const value = valueIn(question, typed)
    if (value === undefined) unread.push(question.slot)
    else mine[question.slot] = value
  }
  const changed = Object.fromEntries(
    Object.entries(mine).filter(([slot, value]) => !sameAnswer(known[slot], value)),
  )
  const yardstick = {
    model: form.model as Model,
    parameters: form.parameters as Parameters,
  }
  const decided = {
    ...standingDecisions(yardstick, form.decided, Object.keys(changed)),
    ...Object.fromEntries(
      Object.entries(filling.decided).map(([code, { value }]) => [code, value]),
    ),
  }
  return {
    assessment: assessForm(yardstick, form.day, { ...known, ...changed }, decided),
    ...{ known, changed, unread },
    conflicts: conflictsOf(filling.seen, changed, known),
    unexplained: [
      ...Object.keys(changed).filter(
        (slot) => known[slot] !== undefined && isEmpty(filling.reasons[slot]),
      ),
      ...Object.entries(filling.decided).flatMap(([code, { reason }]) =>
        isEmpty(reason) ? [code] : [],
      ),
    ],
  }
}

/** As it is sent; the case's note tells what was changed and why, in the words of the form. */
export function filledForm(
  form: AssessmentFormView,
  filling: Filling,
  { changed }: Reckoned,
): FilledForm {
  const labels = new Map(form.questions.map(({ slot, label }) => [slot, label]))
  const reasonOf = (slot: string) => (filling.reasons[slot] ?? '').trim()
  const told = Object.keys(changed)
    .filter((slot) => reasonOf(slot) !== '')
    .map((slot) => `${labels.get(slot) ?? slot}：${reasonOf(slot)}`)
  return {
    id: filling.id,
    basis: form.basis,
    answers: Object.entries(changed).map(([slot, value]) => {
      return {
        slot,
        value: value as FilledForm['answers'][number]['value'],
        reason: reasonOf(slot),
      }
    }),
    decided: Object.entries(filling.decided).map(([code, { value, reason }]) => {
      return { code: code as IndicatorCode, value, reason: reason.trim() }
    }),
    note: [filling.note.trim(), ...told].filter((line) => line !== '').join('\n'),
  }
}

export const isUntouched = ({ typed, decided, note }: Filling): boolean =>
  Object.keys(typed).length + Object.keys(decided).length === 0 && note.trim() === ''

/** A known value as the fields show it. */
export function typedOf(value: unknown): Typed {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  const { min, max } = value as { readonly min: number; readonly max: number }
  return min === max ? String(min) : `${min}-${max}`
}

/** A value in words. */
export function wordsOf(question: FormQuestion | undefined, value: unknown): string {
  if (value === undefined || value === null) return ''
  const typed = typedOf(value)
  const name = (code: string) =>
    question?.options.find((option) => option.code === code)?.label ?? code
  return typeof typed === 'string' ? name(typed) : typed.map(name).join('、')
}

const isEmpty = (text: string | undefined) => (text ?? '').trim() === ''

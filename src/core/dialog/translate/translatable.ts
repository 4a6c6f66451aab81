import { questionsOf } from '../flow/flow-bundle.ts'
import { QUESTION_TEXTS } from '../flow/question-texts.ts'
import type { Flow, Question, Step } from '../flow/schema.ts'

/** A text that residents read, under the key of its translation. */
export type Source = {
  /**
   * `<step>.<field>`, `<step>.options.<value>`, `<step>.wordings.<key>`, `<step>.with.<param>`, `slot.<name>.label`,
   * `silence.<rung>.say`.
   */
  readonly key: string
  /** Null = it belongs to the whole flow. */
  readonly step: string | null
  readonly field: string
  readonly text: string
}

/** A text that belongs to a step. */
type OfStep = Source & { readonly step: string }

/** Every text of a flow that a resident may read, in the order of the file. */
export function translatable(flow: Flow): readonly Source[] {
  const slots = Object.entries(flow.slots).map(([name, { label }]): Source => {
    return { key: `slot.${name}.label`, step: null, field: 'label', text: label }
  })
  const silence = flow.defaults.silence.flatMap(({ say }, rung): readonly Source[] => {
    return say ? [{ key: `silence.${rung}.say`, step: null, field: 'say', text: say }] : []
  })
  return [...slots, ...silence, ...flow.steps.flatMap(textsOfStep)]
}

/** Every text of a step, and of the questions in it. */
export function textsOfStep(step: Step): readonly OfStep[] {
  const own = { step: step.id, field: 'say' }
  const said = 'say' in step ? [{ key: `${step.id}.say`, ...own, text: step.say }] : []
  const left = 'leave' in step && step.leave ? step.leave.label : undefined
  const leave = left ? [{ key: `${step.id}.leave`, step: step.id, field: 'leave', text: left }] : []
  return [...said, ...leave, ...toldTexts(step), ...questionsOf(step).flatMap(textsOf)]
}

/** System phrases; words that are accepted as answers are no texts to read. */
export function translatablePhrases(phrases: Readonly<Record<string, string>>): readonly Source[] {
  return Object.entries(phrases).flatMap(([key, text]): readonly Source[] => {
    return key.startsWith('words.') || text === '' ? [] : [{ key, step: null, field: key, text }]
  })
}

/** What a step tells the part that it runs. */
function toldTexts(step: Step): readonly OfStep[] {
  if (!('run' in step)) return []
  return Object.entries(step.with ?? {}).flatMap(([param, text]): readonly OfStep[] => {
    const key = `${step.id}.with.${param}`
    return typeof text === 'string' ? [{ key, step: step.id, field: 'with', text }] : []
  })
}

function textsOf(question: Question): readonly OfStep[] {
  const { id: step } = question
  const texts = QUESTION_TEXTS.flatMap((field): readonly OfStep[] => {
    const text = question[field]
    return text === undefined ? [] : [{ key: `${step}.${field}`, step, field, text }]
  })
  const labels = Object.entries(question.options ?? {}).map(([value, { label }]): OfStep => {
    return { key: `${step}.options.${value}`, step, field: 'options', text: label }
  })
  const wordings = Object.entries(question.wordings ?? {}).map(([key, { ask }]): OfStep => {
    return { key: `${step}.wordings.${key}`, step, field: 'wordings', text: ask }
  })
  return [...texts, ...wordings, ...labels]
}

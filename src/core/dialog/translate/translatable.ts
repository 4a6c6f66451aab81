import { questionsOf } from '../flow/flow-bundle.ts'
import type { Flow, Question } from '../flow/schema.ts'

/** A text that residents read, under the key of its translation. */
export type Source = {
  /** `<step>.<field>`, `<step>.options.<value>`, `slot.<name>.label`, `silence.<rung>.say`. */
  readonly key: string
  /** Null = it belongs to the whole flow. */
  readonly step: string | null
  readonly field: string
  readonly text: string
}

export const QUESTION_TEXTS = [
  'ask',
  'hint',
  'why',
  'miss',
  'confirm',
  'noted',
  'heard',
  'reflect',
] as const

/** Every text of a flow that a resident may read, in the order of the file. */
export function translatable(flow: Flow): readonly Source[] {
  const slots = Object.entries(flow.slots).map(([name, { label }]): Source => {
    return { key: `slot.${name}.label`, step: null, field: 'label', text: label }
  })
  const silence = flow.defaults.silence.flatMap(({ say }, rung): readonly Source[] => {
    return say ? [{ key: `silence.${rung}.say`, step: null, field: 'say', text: say }] : []
  })
  const steps = flow.steps.flatMap((step) => {
    const own = { step: step.id, field: 'say' }
    const said = 'say' in step ? [{ key: `${step.id}.say`, ...own, text: step.say }] : []
    return [...said, ...questionsOf(step).flatMap(textsOf)]
  })
  return [...slots, ...silence, ...steps]
}

/** System phrases; words that are accepted as answers are no texts to read. */
export function translatablePhrases(phrases: Readonly<Record<string, string>>): readonly Source[] {
  return Object.entries(phrases).flatMap(([key, text]): readonly Source[] => {
    return key.startsWith('words.') || text === '' ? [] : [{ key, step: null, field: key, text }]
  })
}

function textsOf(question: Question): readonly Source[] {
  const { id: step } = question
  const texts = QUESTION_TEXTS.flatMap((field): readonly Source[] => {
    const text = question[field]
    return text === undefined ? [] : [{ key: `${step}.${field}`, step, field, text }]
  })
  const labels = Object.entries(question.options ?? {}).map(([value, { label }]): Source => {
    return { key: `${step}.options.${value}`, step, field: 'options', text: label }
  })
  return [...texts, ...labels]
}

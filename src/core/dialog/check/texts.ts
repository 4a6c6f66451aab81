import { questionsOf } from '../flow/flow-bundle.ts'
import type { Flow, Question, Step } from '../flow/schema.ts'

/** One text that residents read, and where it stands. */
export type Text = {
  readonly flow: string
  readonly step: string
  readonly field: string
  readonly text: string
}

export const textsOf = (flow: Flow): readonly Text[] =>
  flow.steps.flatMap((step) => textsOfStep(flow, step))

export function textsOfStep(flow: Flow, step: Step): readonly Text[] {
  const at = { flow: flow.id, step: step.id }
  const said = 'say' in step ? [{ ...at, field: 'say', text: step.say }] : []
  return [...said, ...questionsOf(step).flatMap((question) => textsOfQuestion(flow, question))]
}

const FIELDS = ['ask', 'hint', 'why', 'miss', 'confirm', 'noted', 'heard', 'reflect'] as const

function textsOfQuestion(flow: Flow, question: Question): readonly Text[] {
  const at = { flow: flow.id, step: question.id }
  const fields = FIELDS.flatMap((field) => {
    const text = question[field]
    return text === undefined ? [] : [{ ...at, field, text }]
  })
  const labels = Object.values(question.options ?? {}).map(({ label }) => ({
    ...at,
    field: 'options',
    text: label,
  }))
  return [...fields, ...labels]
}

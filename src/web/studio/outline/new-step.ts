import { say } from '../step/texts.ts'
import type { StepValue } from '../yaml/edit-steps.ts'

export const NEW_KINDS = ['ask', 'say', 'do', 'adaptive', 'run', 'end'] as const

export type NewKind = (typeof NEW_KINDS)[number] | 'question'

/** A step to begin with: it has its form, and the checks say what is still to be written. */
export function newStep(kind: NewKind, id: string): StepValue {
  switch (kind) {
    case 'ask':
      return { id, ask: say('new.ask'), into: 'answer' }
    case 'question':
      return { id, indicator: 'inc', ask: say('new.ask'), into: 'answer' }
    case 'say':
      return { id, say: say('new.say') }
    case 'do':
      return { id, do: [{ open_case: 'waiting' }] }
    case 'adaptive':
      return {
        id,
        adaptive: { model: 'changning-2020', max: 10 },
        questions: [newStep('question', `${id}_1`)],
      }
    case 'run':
      return { id, run: 'part' }
    case 'end':
      return { id, end: 'done' }
    default:
      return kind satisfies never
  }
}

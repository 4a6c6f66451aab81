import { questionsOf } from '../flow/flow-bundle.ts'
import type { Flow } from '../flow/schema.ts'
import { error, type FlowProblem, warning } from './flow-problem.ts'

/** Wordings of a question that are compared: some people hear each of them, and they do differ. */
export function wordingsProblems(flow: Flow): readonly FlowProblem[] {
  return flow.steps.flatMap(questionsOf).flatMap((question): readonly FlowProblem[] => {
    const { id, ask, wordings = {} } = question
    const others = Object.values(wordings)
    const shares = others.reduce((sum, { share }) => sum + share, 0)
    const texts = [ask, ...others.map((each) => each.ask)].map((text) => text.trim())
    const isLocked = 'consent' in question && question.consent === true
    const at = { field: 'wordings' }
    return [
      ...(shares > 99
        ? [{ ...error('shares_too_big', flow.id, id), ...at, about: `${shares}` }]
        : []),
      ...(new Set(texts).size < texts.length
        ? [{ ...warning('same_wording', flow.id, id), ...at }]
        : []),
      ...(others.length > 0 && (isLocked || flow.kind === 'interrupt')
        ? [{ ...error('wording_locked', flow.id, id), ...at }]
        : []),
    ]
  })
}

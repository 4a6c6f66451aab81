import { questionsOf } from '../flow/flow-bundle.ts'
import type { Flow, Step } from '../flow/schema.ts'

/** Steps that can be reached from the first, taking every option and every condition both ways. */
export function reachable(flow: Flow): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [flow.steps[0]?.id ?? '']
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    open.push(...nextOf(flow, id))
  }
  return reached
}

/** Steps from which the talk would go round without ever asking: it would never wait for anybody. */
export function findLoops(flow: Flow): readonly string[] {
  const silent = flow.steps.filter((step) => questionsOf(step).length === 0)
  return silent.filter((step) => returnsTo(flow, step.id)).map(({ id }) => id)
}

function returnsTo(flow: Flow, start: string): boolean {
  const seen = new Set<string>()
  const open = [...nextOf(flow, start)]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true
    const step = flow.steps.find((each) => each.id === id)
    if (seen.has(id) || !step || questionsOf(step).length > 0) continue
    seen.add(id)
    open.push(...nextOf(flow, id))
  }
  return false
}

function nextOf(flow: Flow, id: string): readonly string[] {
  const at = flow.steps.findIndex((step) => step.id === id)
  const step = flow.steps[at]
  if (!step) return []
  const after = flow.steps[at + 1]?.id
  const on = after === undefined ? [] : [after]
  return [...jumpsOf(step), ...(goesOn(step) ? on : [])]
}

function jumpsOf(step: Step): readonly string[] {
  const own = 'goto' in step && step.goto ? [step.goto] : []
  const answers = questionsOf(step).flatMap((question) => [
    ...Object.values(question.options ?? {}).flatMap(({ goto }) => (goto ? [goto] : [])),
    ...(question.otherwise ? [question.otherwise.goto] : []),
  ])
  return [...own, ...answers]
}

/** False where no road leads to the step below: an end or a jump without a condition. */
function goesOn(step: Step): boolean {
  if (step.when !== undefined) return true
  if ('ask' in step) {
    const options = Object.values(step.options ?? {})
    return options.length === 0 || options.some(({ goto }) => !goto) || step.skippable !== false
  }
  return !(('end' in step && step.end) || ('goto' in step && step.goto))
}

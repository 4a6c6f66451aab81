import { questionsOf } from '../flow/flow-bundle.ts'
import { behind, END } from '../flow/run-part.ts'
import type { Flow, Step } from '../flow/schema.ts'
import { error, type FlowProblem, warning } from './flow-problem.ts'

/** Steps and the steps that may follow them, taking every option and every condition both ways. */
export type Roads = ReadonlyMap<string, readonly string[]>

export function roadsOf(flow: Flow): Roads {
  const known = new Set(flow.steps.map(({ id }) => id))
  return new Map(
    flow.steps.map((step, at) => {
      const after = flow.steps[at + 1]?.id
      const on = after !== undefined && goesOn(step) ? [after] : []
      const past = 'run' in step && step.when !== undefined ? [behind(flow, at)] : []
      const jumps = [...jumpsOf(step), ...past].filter((id) => known.has(id))
      return [step.id, [...jumps, ...on]] as const
    }),
  )
}

/** Steps that nobody reaches, rounds without a question, talks without an end. */
export function roadProblems(flow: Flow, roads: Roads): readonly FlowProblem[] {
  const reached = reachedFrom(roads, flow.steps[0]?.id ?? '')
  const last = flow.steps.at(-1)
  const ends = flow.steps.filter((step) => mayEnd(step, step === last)).map(({ id }) => id)
  const leads = reachedFrom(backwards(roads), ...ends)
  return [
    ...flow.steps
      .filter(({ id }) => !reached.has(id))
      .map(({ id }) => error('unreachable', flow.id, id)),
    ...findLoops(flow, roads).map((id) => error('loop_without_question', flow.id, id)),
    ...flow.steps
      .filter(({ id }) => reached.has(id) && !leads.has(id))
      .map(({ id }) => error('no_exit', flow.id, id)),
    ...(last && goesOn(last) ? [warning('runs_off', flow.id, last.id)] : []),
  ]
}

function reachedFrom(roads: Roads, ...starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...starts]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    open.push(...(roads.get(id) ?? []))
  }
  return reached
}

function backwards(roads: Roads): Roads {
  const back = new Map<string, string[]>()
  for (const [from, tos] of roads) {
    for (const to of tos) back.set(to, [...(back.get(to) ?? []), from])
  }
  return back
}

/** Behind the last step the talk ends by itself. */
const mayEnd = (step: Step, isLast: boolean) =>
  ('end' in step && step.end !== undefined) ||
  jumpsOf(step).includes(END) ||
  (isLast && goesOn(step))

/**
 * Steps from which the talk would go round without ever asking: it would never wait for anybody. Silent steps are
 * taken away from the ends backwards; what cannot be taken away goes round.
 */
function findLoops(flow: Flow, roads: Roads): readonly string[] {
  const silent = new Set(
    flow.steps.filter((step) => questionsOf(step).length === 0).map(({ id }) => id),
  )
  const inside = new Map(
    [...silent].map((id) => [id, (roads.get(id) ?? []).filter((to) => silent.has(to))] as const),
  )
  const back = backwards(inside)
  const left = new Map([...inside].map(([id, tos]) => [id, tos.length]))
  const open = [...left].filter(([, count]) => count === 0).map(([id]) => id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    left.delete(id)
    for (const from of back.get(id) ?? []) {
      const count = (left.get(from) ?? 0) - 1
      if (left.has(from)) left.set(from, count)
      if (count === 0) open.push(from)
    }
  }
  // What leads into a round but is not on it stands outside.
  return [...left.keys()].filter((id) => isOnRound(inside, left, id))
}

function isOnRound(roads: Roads, among: ReadonlyMap<string, number>, start: string): boolean {
  const seen = new Set<string>()
  const open = (roads.get(start) ?? []).filter((id) => among.has(id))
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(roads.get(id) ?? []).filter((each) => among.has(each)))
  }
  return false
}

function jumpsOf(step: Step): readonly string[] {
  const own = 'goto' in step && step.goto ? [step.goto] : []
  const leave = 'leave' in step && step.leave ? [step.leave.goto] : []
  const answers = questionsOf(step).flatMap((question) => [
    ...Object.values(question.options ?? {}).flatMap(({ goto }) => (goto ? [goto] : [])),
    ...(question.otherwise ? [question.otherwise.goto] : []),
  ])
  return [...own, ...leave, ...answers]
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

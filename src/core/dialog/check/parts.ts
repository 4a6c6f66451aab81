import { callFaults } from '../flow/call-faults.ts'
import { type FlowBundle, questionsOf } from '../flow/flow-bundle.ts'
import { renamed } from '../flow/rename-step.ts'
import { BACK, calledAt, END, INSIDE, withParts, writtenAt } from '../flow/run-part.ts'
import type { Flow, SlotDef } from '../flow/schema.ts'
import { error, type FlowProblem, warning } from './flow-problem.ts'

/**
 * Problems of flows as they are played, told where they are written: what is wrong with a part by itself at the part,
 * what is wrong only where it is run at the step that runs it. `alone` checks a part as a flow of its own.
 */
export function toldAtCalls(
  { written }: FlowBundle,
  problems: readonly FlowProblem[],
  alone: (part: Flow) => readonly FlowProblem[],
): readonly FlowProblem[] {
  const flows = Object.values(written)
  const own = flows
    .filter(({ kind }) => kind === 'part')
    .flatMap((part) => {
      const params = Object.keys(part.params ?? {})
      return alone(standingAlone(withParts(part, written))).filter(
        ({ code, about = '' }) =>
          code !== 'runs_off' && !(TOLD.has(code) && params.includes(about)),
      )
    })
  const known = new Set(own.map(placeOf))
  const told = [...own, ...problems].flatMap((each): readonly FlowProblem[] => {
    const { flow, step, about } = each
    if (!step?.includes(INSIDE)) return [each]
    const at = writtenAt(written, flow, step)
    if (known.has(placeOf({ ...each, ...at }))) return []
    const where = [`${at.flow}.${at.step}`, ...(about === undefined ? [] : [about])].join(' ')
    return [{ ...each, step: calledAt(step), field: 'run', about: where }]
  })
  return [...once(told), ...flows.flatMap((flow) => formProblems(flow, written))]
}

/** Codes that say what is true of a param while nobody runs its part. */
const TOLD: ReadonlySet<string> = new Set(['not_known_yet', 'unused_slot'])

const placeOf = ({ code, flow, step }: Pick<FlowProblem, 'code' | 'flow' | 'step'>) =>
  [code, flow, step].join(' ')

const once = (problems: readonly FlowProblem[]) => [
  ...new Map(problems.map((each) => [JSON.stringify(each), each])).values(),
]

/** A part as if nobody ran it: its params are slots, its texts some question. */
function standingAlone(part: Flow): Flow {
  const { params = {}, outputs: _, ...flow } = part
  const slots = Object.entries(params).map(([name, def]): [string, SlotDef] => {
    return [name, { ...def, privacy: 'record' }]
  })
  const fact = (name: string) =>
    params[name]?.type === 'text' ? { slot: name, value: '？' } : { slot: name }
  const step = (id: string) => (id === BACK ? END : id)
  return {
    ...flow,
    slots: { ...Object.fromEntries(slots), ...flow.slots },
    steps: part.steps.map((each) => renamed(each, { step, fact })),
  }
}

/** Calls that cannot be done, and what only a part may have. */
function formProblems(flow: Flow, written: Readonly<Record<string, Flow>>): readonly FlowProblem[] {
  const [first] = flow.steps
  const isPart = flow.kind === 'part'
  const named = [...Object.keys(flow.params ?? {}), ...(flow.outputs ?? [])]
  const ids = flow.steps.flatMap((step) => [step, ...questionsOf(step)].map(({ id }) => id))
  return [
    ...flow.steps.flatMap((step) =>
      'run' in step
        ? callFaults(step, flow, written).map(({ code, ...at }) => ({
            ...error(code, flow.id, step.id),
            ...at,
          }))
        : [],
    ),
    ...[...new Set(ids)]
      .filter((id) => id.includes(INSIDE) || (isPart && id === BACK))
      .map((id) => error('reserved_step', flow.id, id)),
    ...(!isPart && named.length > 0 ? [error('not_a_part', flow.id, first?.id)] : []),
    ...Object.keys(flow.params ?? {})
      .filter((name) => flow.slots[name])
      .map((about) => ({ ...error('slot_twice', flow.id), about })),
    ...(flow.outputs ?? [])
      .filter((name) => !flow.slots[name])
      .map((about) => ({ ...error('no_such_slot', flow.id, first?.id), about })),
    ...(isPart && !isRun(flow.id, written) ? [warning('unused_part', flow.id, first?.id)] : []),
  ]
}

const isRun = (part: string, written: Readonly<Record<string, Flow>>) =>
  Object.values(written).some(({ steps }) =>
    steps.some((step) => 'run' in step && step.run === part),
  )

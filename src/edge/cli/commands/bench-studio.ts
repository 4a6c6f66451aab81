import { parseArgs } from 'node:util'
import { checkBundle } from '../../../core/dialog/check/check-bundle.ts'
import type { Wording } from '../../../core/dialog/check/wording.ts'
import { bundleOf } from '../../../core/dialog/flow/flow-bundle.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'

export type BenchStudioIo = {
  readonly stdout: { write(text: string): unknown }
  /** The flows that are in force, and the words that texts are held against. */
  readonly flows: () => Promise<readonly Flow[]>
  readonly wording: () => Promise<Wording>
}

const HELP = `hearth bench studio: how long does a check take while somebody edits a long flow?

Lengthens the flow of the help request to N steps and checks all flows after each change of one step, as the
studio does in the browser and the server before anything is published.
  --steps N  how many (1000)
  --edits N  changes of one step that are measured (20)
  --json     figures as JSON
Exit code: 0, 1 when the median edit takes 100 ms or more, 2 for a wrong call.
`

/** Milliseconds: what is answered within them seems to happen at once. */
const PROMISED = 100

const OPTIONS = {
  steps: { type: 'string', default: '1000' },
  edits: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** `hearth bench studio`. */
export async function run(args: readonly string[], io: BenchStudioIo): Promise<number> {
  const call = readCall(args)
  if (!call || call.help) {
    io.stdout.write(HELP)
    return call ? 0 : 2
  }
  const flows = await io.flows()
  const long = lengthened(flows, call.steps)
  const wording = await io.wording()
  const took = Array.from({ length: call.edits }, (_, at) => {
    const changed = long.map((flow) => (flow.kind === 'help' ? edited(flow, at) : flow))
    const bundle = bundleOf('', changed)
    const began = performance.now()
    checkBundle(bundle, wording)
    return performance.now() - began
  })
  const sorted = took.toSorted((a, b) => a - b)
  const figures = {
    steps: call.steps,
    median_ms: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    slowest_ms: Math.round(sorted.at(-1) ?? 0),
  }
  io.stdout.write(
    call.json
      ? `${JSON.stringify(figures)}\n`
      : `steps           ${figures.steps}\nmedian edit     ${figures.median_ms} ms\nslowest edit    ${figures.slowest_ms} ms\n`,
  )
  return figures.median_ms < PROMISED ? 0 : 1
}

function readCall(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const [steps, edits] = [Number(values.steps), Number(values.edits)]
    if (!Number.isInteger(steps) || steps < 1 || !Number.isInteger(edits) || edits < 1)
      return undefined
    return { steps, edits, json: values.json, help: values.help }
  } catch {
    return undefined
  }
}

/** Questions like those of the house, each with its slot, its options and a condition. */
function lengthened(flows: readonly Flow[], steps: number): readonly Flow[] {
  return flows.map((flow) => {
    if (flow.kind !== 'help') return flow
    const count = Math.max(0, steps - flow.steps.length)
    const more = Array.from({ length: count }, (_, at) => aQuestion(at))
    const slots = Object.fromEntries(more.map(({ into }) => [into, SLOT]))
    const [last = [], first = []] = [flow.steps.slice(-2), flow.steps.slice(0, -2)]
    return { ...flow, slots: { ...flow.slots, ...slots }, steps: [...first, ...more, ...last] }
  })
}

const SLOT: Flow['slots'][string] = {
  ...{ type: 'choice', of: ['good', 'bad'], privacy: 'record', label: 'x' },
}

const aQuestion = (at: number) => ({
  id: `bench_${at}`,
  ...(at === 0 ? {} : { when: `bench_slot_${at - 1} = "good"` }),
  ask: `${at}?`,
  why: 'x',
  into: `bench_slot_${at}`,
  options: { good: { label: '1', words: ['x'] }, bad: { label: '2', words: ['y'] } },
})

/** The same flow with one step written anew. */
const edited = (flow: Flow, at: number): Flow => ({
  ...flow,
  steps: flow.steps.map((step, index) =>
    index === at % flow.steps.length && 'ask' in step
      ? { ...step, ask: `${step.ask} ${at}` }
      : step,
  ),
})

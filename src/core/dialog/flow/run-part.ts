import { callFaults } from './call-faults.ts'
import { type Names, renamed } from './rename-step.ts'
import type { Flow, RunStep, SlotDef, Step } from './schema.ts'

/** Stands between the id of a step that runs a part and the ids of the part's steps; no id of a file holds it. */
export const INSIDE = '__'

/** In a part: go on behind whoever runs it. */
export const BACK = 'back'

/** Where a talk goes behind the last step of a flow. */
export const END = 'end_done'

/**
 * A flow with the steps of its parts where they are run: `news` is followed by `news__word`. What the part is told
 * stands in its texts and conditions; what it returns goes straight into the slots of the flow. So nothing that
 * plays, checks or counts a flow needs to know of parts. A call with a fault stays as it is, and does nothing.
 */
export function withParts(flow: Flow, written: Readonly<Record<string, Flow>>): Flow {
  if (!flow.steps.some((step) => 'run' in step)) return flow
  const opened = flow.steps.map((step, at) => openedAt(flow, step, at, written))
  return {
    ...flow,
    slots: Object.assign({}, flow.slots, ...opened.map(({ slots }) => slots)),
    steps: opened.flatMap(({ steps }) => steps),
  }
}

type Opened = { readonly steps: readonly Step[]; readonly slots: Readonly<Record<string, SlotDef>> }

function openedAt(
  flow: Flow,
  step: Step,
  at: number,
  written: Readonly<Record<string, Flow>>,
): Opened {
  const own = { steps: [step], slots: {} }
  if (!('run' in step) || callFaults(step, flow, written).length > 0) return own
  const found = written[step.run]
  if (!found) return own
  const part = withParts(found, written)
  const after = flow.steps[at + 1]?.id ?? (flow.kind === 'part' ? BACK : END)
  const names = namesIn(step, part, after)
  const slots = Object.entries(part.slots).flatMap(([name, def]) => {
    const { slot } = names.fact(name)
    return slot.startsWith(`${step.id}${INSIDE}`) ? [[slot, def] as const] : []
  })
  return {
    steps: [step, ...part.steps.map((each) => inSection(renamed(each, names), step.section))],
    slots: Object.fromEntries(slots),
  }
}

function namesIn(call: RunStep, part: Flow, after: string): Names {
  const inside = (name: string) => `${call.id}${INSIDE}${name}`
  const returned = new Map(
    Object.entries(call.returns ?? {}).map(([here, there]) => [there, here] as const),
  )
  return {
    step: (id) => (id === BACK ? after : inside(id)),
    fact: (name) => {
      const told = call.with?.[name]
      if (part.params?.[name] && told !== undefined)
        return typeof told === 'string' ? { slot: name, value: told } : { slot: name, ...told }
      return { slot: returned.get(name) ?? (part.slots[name] ? inside(name) : name) }
    },
  }
}

/** The part of the talk is that of whoever runs it. */
function inSection(step: Step, section: string | undefined): Step {
  const { section: _, ...rest } = step
  return section === undefined ? rest : { ...rest, section }
}

/** Where a talk goes that passes by a step which runs a part: behind the part's steps. */
export function behind({ steps }: Flow, at: number): string {
  const inside = `${steps[at]?.id}${INSIDE}`
  return steps.find((step, index) => index > at && !step.id.startsWith(inside))?.id ?? END
}

/** The flow and step where a step that is played is written: `news__word` of follow_up is `word` of its part. */
export function writtenAt(
  written: Readonly<Record<string, Flow>>,
  flow: string,
  step: string,
): { readonly flow: string; readonly step: string } {
  const at = step.indexOf(INSIDE)
  if (at < 0) return { flow, step }
  const call = written[flow]?.steps.find(({ id }) => id === step.slice(0, at))
  if (!call || !('run' in call)) return { flow, step }
  return writtenAt(written, call.run, step.slice(at + INSIDE.length))
}

/** The step of its flow by which a step is played: itself, or the one that runs its part. */
export const calledAt = (step: string): string => step.split(INSIDE)[0] ?? step

import { withParts } from './run-part.ts'
import type { Flow, Question, SlotDef, Step } from './schema.ts'

/**
 * Flows that are published together. A conversation is pinned to the content hash of its bundle, so a change
 * of any flow never reaches somebody in the middle of a talk; nor does one of a part that a flow runs.
 */
export type FlowBundle = {
  readonly hash: string
  /** As they are played: below a step that runs a part stand the part's steps. Parts are not among them. */
  readonly flows: Readonly<Record<string, Flow>>
  /** As they are written, parts too. */
  readonly written: Readonly<Record<string, Flow>>
}

/** Flows under the hash of what is written in them. */
export function bundleOf(hash: string, flows: readonly Flow[]): FlowBundle {
  const written = Object.fromEntries(flows.map((flow) => [flow.id, flow]))
  const played = flows
    .filter(({ kind }) => kind !== 'part')
    .map((flow) => [flow.id, withParts(flow, written)])
  return { hash, flows: Object.fromEntries(played), written }
}

export function flowOfKind(bundle: FlowBundle, kind: Flow['kind']): Flow | undefined {
  return Object.values(bundle.flows).find((flow) => flow.kind === kind)
}

/** All slots of all flows of the bundle; a name means the same thing everywhere. */
export function slotsOf(bundle: FlowBundle): Readonly<Record<string, SlotDef>> {
  return Object.assign({}, ...Object.values(bundle.flows).map((flow) => flow.slots))
}

/** A step's questions: itself, or those of an adaptive block. */
export function questionsOf(step: Step): readonly Question[] {
  if ('ask' in step) return [step]
  if ('adaptive' in step) return step.questions
  return []
}

import type { Flow, Question, SlotDef, Step } from './schema.ts'

/**
 * Flows that are published together. A conversation is pinned to the content hash of its bundle, so a change
 * of any flow never reaches somebody in the middle of a talk.
 */
export type FlowBundle = {
  readonly hash: string
  readonly flows: Readonly<Record<string, Flow>>
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

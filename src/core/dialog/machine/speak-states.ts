import { judge } from '../../conditions/judge.ts'
import { factsOf } from '../facts.ts'
import type { DeedStep, EndStep, RunStep, SayStep, Step } from '../flow/schema.ts'
import { phrase } from '../say/phrase.ts'
import type { Setting } from '../setting.ts'
import { deedActions } from './deeds.ts'
import type { Memory } from './memory.ts'
import { type Move, type Node, remember, tell, when } from './moves.ts'

/** A step that speaks once and goes on. */
export function sayState(setting: Setting, step: SayStep, next: string): Node {
  const after = step.goto ?? (step.end ? endId(step) : next)
  return {
    id: step.id,
    always: [
      ...skipMoves(setting, step, next),
      { guard: when((m) => m.done.includes(step.id)), target: `#${after}` },
      {
        target: `#${after}`,
        actions: [
          tell((m, s) => phrase(setting, step.say, m, s.now)),
          remember((m) => ({ done: [...m.done, step.id] })),
        ],
      },
    ],
  }
}

/** A step that acts once: opens the case, calls the duty, leaves a note. */
export function deedState(setting: Setting, step: DeedStep, next: string): Node {
  return {
    id: step.id,
    always: [
      ...skipMoves(setting, step, next),
      { guard: when((m) => m.done.includes(step.id)), target: `#${next}` },
      {
        target: `#${next}`,
        actions: [
          ...step.do.flatMap(deedActions),
          remember((m) => ({ done: [...m.done, step.id] })),
        ],
      },
    ],
  }
}

/** A step that runs a part: in at its first step, or past all of them. */
export function runState(setting: Setting, step: RunStep, next: string, behind: string): Node {
  return { id: step.id, always: [...skipMoves(setting, step, behind), { target: `#${next}` }] }
}

/** A step that ends the flow with an outcome. */
export function endState(setting: Setting, step: EndStep, next: string): Node {
  const passed = remember((m) => ({ done: [...m.done, step.id] }))
  return {
    id: step.id,
    always: [...skipMoves(setting, step, next), { target: `#${endId(step)}`, actions: [passed] }],
  }
}

/** `resume` goes back to what was interrupted, `person` hands over; each other outcome is a state of its own. */
const ROADS: Readonly<Record<string, string>> = { resume: 'returning', person: 'with_person' }

const endId = (step: { readonly end?: string | undefined }) =>
  ROADS[step.end ?? ''] ?? `end_${step.end ?? 'done'}`

export const isOutcome = (end: string) => !(end in ROADS)

function skipMoves(setting: Setting, step: Step, next: string): readonly Move[] {
  const condition = step.when ? setting.conditions.get(step.when) : undefined
  if (!condition) return []
  const isClosed = (m: Memory) => judge(condition, factsOf(m)).value === false
  return [{ guard: when(isClosed), target: `#${next}` }]
}

import type { LeaveDef } from '../flow/schema.ts'
import type { Setting } from '../setting.ts'
import { type Memory, waiting } from './memory.ts'

/** Words that lead on from any later question: 「现在就交」. */
export type Leave = LeaveDef & { readonly step: string }

/** Those that were offered and still lead somewhere: their step has spoken, their goal is not reached. */
export function leavesOpen(setting: Setting, memory: Memory): readonly Leave[] {
  const open = waiting(memory)
  const isHere = open !== null && setting.questions[open.step]?.flow === setting.flow
  if (!isHere || memory.aside || memory.parked || memory.outcome !== null) return []
  return leavesOf(setting).filter((leave) => canLeave(memory, leave))
}

export const canLeave = (memory: Memory, { step, goto }: Leave) =>
  memory.done.includes(step) && !memory.trail.includes(goto)

export function leavesOf({ flow }: Setting): readonly Leave[] {
  return flow.steps.flatMap((step) =>
    'say' in step && step.leave ? [{ ...step.leave, step: step.id }] : [],
  )
}

/** Whether somebody left from a step before this one for one behind it, so that this one is passed by. */
export function isLeftOut(setting: Setting, id: string): (memory: Memory) => boolean {
  const placeOf = (step: string) => setting.flow.steps.findIndex((each) => each.id === step)
  const at = placeOf(setting.questions[id]?.step.id ?? id)
  const over = leavesOf(setting).filter(
    ({ step, goto }) => placeOf(step) < at && at < placeOf(goto),
  )
  return ({ left }) => over.some(({ step }) => step === left)
}

/** Shown as a button at the first question after it was offered; later its words are enough. */
export function leavesShown(setting: Setting, memory: Memory): readonly Leave[] {
  const { flow, questions } = setting
  const placeOf = (id: string | undefined) => flow.steps.findIndex((step) => step.id === id)
  const asked = memory.trail.map((id) => placeOf(questions[id]?.step.id))
  return leavesOpen(setting, memory).filter(
    ({ step }) => asked.filter((at) => at > placeOf(step)).length === 1,
  )
}

import { questionsOf } from '../flow/flow-bundle.ts'
import type { Flow, Question } from '../flow/schema.ts'
import { EMPTY, type Memory } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import { stageOf } from '../stage.ts'
import { memoryIn, type Session } from './session.ts'

/** A step that a talk came by, with the options that were chosen there. */
export type Walked = {
  readonly flow: string
  readonly step: string
  readonly options: readonly string[]
}

/** The flow a rehearsed talk stands on, ready to be read; null before it began. */
export function settingOf({ house, talk }: Session): Setting | null {
  return talk && stageOf(house, talk.bundle, talk.flow).setting
}

/** Steps of a whole talk, from its beginning through every move. */
export function walkOf(sessions: readonly Session[]): readonly Walked[] {
  return sessions.flatMap((session, at) => walked(sessions[at - 1], session))
}

/** Steps that one move came by, in the order of the flow. */
export function walked(before: Session | undefined, after: Session): readonly Walked[] {
  const setting = settingOf(after)
  const is = memoryIn(after)
  if (!setting || !is) return []
  const goesOn = before?.talk?.flow === after.talk?.flow
  const was = (before && memoryIn(before)) ?? EMPTY
  const steps = newSteps(goesOn ? was : { ...was, done: [], trail: [], open: null }, is)
  return [setting.flow, setting.interrupt].flatMap((flow) => (flow ? stepsIn(flow, steps) : []))
}

/** Ids of the steps that were not passed before, with what was answered there. */
function newSteps(was: Memory, is: Memory): ReadonlyMap<string, unknown> {
  const isOpened = is.open && is.open.step !== was.open?.step ? [is.open.step] : []
  const passed = [
    ...is.done.filter((step) => !was.done.includes(step)),
    ...is.trail.filter((step) => !was.trail.includes(step)),
    ...isOpened,
  ]
  const answered = Object.entries(is.answers)
    .filter(([slot, kept]) => JSON.stringify(kept) !== JSON.stringify(was.answers[slot]))
    .map(([, kept]) => [kept.step, 'value' in kept ? kept.value : undefined] as const)
  return new Map([...passed.map((step) => [step, undefined] as const), ...answered])
}

function stepsIn(flow: Flow, steps: ReadonlyMap<string, unknown>): readonly Walked[] {
  return flow.steps.flatMap((step) => {
    const inside = questionsOf(step)
      .filter(({ id }) => steps.has(id))
      .map((question) => ({
        ...{ flow: flow.id, step: question.id },
        options: chosenIn(question, steps.get(question.id)),
      }))
    const isPassed = steps.has(step.id) || inside.length > 0
    const own = isPassed && !('ask' in step) ? [{ flow: flow.id, step: step.id, options: [] }] : []
    return [...own, ...inside]
  })
}

function chosenIn({ options = {} }: Question, value: unknown): readonly string[] {
  const keys = Array.isArray(value) ? value : [value]
  return keys.filter((key): key is string => typeof key === 'string' && key in options)
}

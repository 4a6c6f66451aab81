import { problem } from '../../errors.ts'
import { questionsOf } from '../flow/flow-bundle.ts'
import { behind, END } from '../flow/run-part.ts'
import type { Flow, RunStep, Step } from '../flow/schema.ts'
import { phrase } from '../say/phrase.ts'
import type { Setting } from '../setting.ts'
import { adaptiveStates } from './adaptive-states.ts'
import { asideStates } from './aside-states.ts'
import { askState } from './ask-state.ts'
import { crisisMoves, interrupted } from './crisis-states.ts'
import { recalls } from './filed-facts.ts'
import { canLeave, leavesOf } from './leaves.ts'
import { EMPTY, type Memory } from './memory.ts'
import { assemble, type Machine, type Move, type Node, remember, tell, when } from './moves.ts'
import { deskMoves, personStates } from './person-states.ts'
import { recallState } from './recall-state.ts'
import { repairMoves } from './repair.ts'
import { endedStates, parkedState, silenceMoves } from './rest-states.ts'
import { deedState, endState, isOutcome, runState, sayState } from './speak-states.ts'

/**
 * Turns a flow into one XState machine. Each step is a state whose id is the step's name; danger, repair,
 * the desk and silence are events at the root; `going` is the junction for every jump that is only known while
 * talking, and a history state brings the talk back from questions beside the flow.
 */
export function buildMachine(setting: Setting, memory: Memory = EMPTY): Machine {
  const first = setting.flow.steps[0]?.id ?? ''
  const interrupt = setting.interrupt
  const outcomes = [...outcomesOf(setting.flow), ...(interrupt ? outcomesOf(interrupt) : [])]
  return assemble(`${setting.flow.id}@${setting.bundle.hash.slice(0, 12)}`, memory, {
    initial: 'asleep',
    on: {
      ...repairMoves(setting),
      crisis: crisisMoves(setting),
      desk: deskMoves(setting),
      silence: silenceMoves(setting),
    },
    states: {
      asleep: {
        on: {
          start: [{ guard: when((m) => m.target !== null), target: '#going' }, { target: '#flow' }],
        },
      },
      flow: {
        id: 'flow',
        initial: first,
        entry: [remember(() => ({ aside: null }))],
        on: { leave: leaveMoves(setting) },
        states: {
          ...stepStates(setting, setting.flow),
          hist: { id: 'hist', type: 'history', history: 'deep' },
        },
      },
      ...(interrupt ? { interrupted: interrupted(setting, stepStates(setting, interrupt)) } : {}),
      aside: { initial: 'withdrawing', states: asideStates(setting, first) },
      going: junction(setting, first),
      returning: returning(setting, first),
      with_person: personStates(setting),
      parked: parkedState(),
      ended: endedStates([...new Set([...outcomes, 'withdrawn', 'given_back', 'closed', 'done'])]),
    },
  })
}

/** What was open is left open; the place that the words lead to asks next. */
function leaveMoves(setting: Setting): readonly Move[] {
  const leaves = leavesOf(setting)
  return [...new Set(leaves.map(({ goto }) => goto))].map((goto) => ({
    guard: when((m, s) => {
      const said = leaves.find(({ step }) => s.type === 'leave' && s.step === step)
      return said?.goto === goto && canLeave(m, said)
    }),
    target: `#${goto}`,
    actions: [remember((_, s) => ({ open: null, left: s.type === 'leave' ? s.step : null }))],
  }))
}

function stepStates(setting: Setting, flow: Flow): Readonly<Record<string, Node>> {
  const states = flow.steps.map((step, at) => {
    const next = flow.steps[at + 1]?.id ?? END
    if ('run' in step) return { [step.id]: runState(setting, step, next, behind(flow, at)) }
    return stepState(setting, step, next)
  })
  return Object.assign({}, ...states)
}

function stepState(
  setting: Setting,
  step: Exclude<Step, RunStep>,
  next: string,
): Readonly<Record<string, Node>> {
  if ('ask' in step) {
    const state = recalls(step) ? recallState(setting, step, next) : askState(setting, step, next)
    return { [step.id]: state }
  }
  if ('say' in step) return { [step.id]: sayState(setting, step, next) }
  if ('adaptive' in step) return adaptiveStates(setting, step, next)
  if ('do' in step) return { [step.id]: deedState(setting, step, next) }
  if ('end' in step) return { [step.id]: endState(setting, step, next) }
  throw problem('bad_flow', { flow: setting.flow.id, step: (step satisfies never as Step).id })
}

/** One state from which every question can be reached: the target stands in the memory. An end stays an end. */
function junction(setting: Setting, first: string): Node {
  const steps = [first, ...Object.keys(setting.questions)]
  return {
    id: 'going',
    always: [
      atTheEnd(setting),
      ...[...new Set(steps)].map((step) => ({
        guard: when((m) => m.target === step),
        target: `#${step}`,
        actions: [remember(() => ({ target: null }))],
      })),
      { target: `#${first}` },
    ],
  }
}

/**
 * Back to where the talk was: the end stays the end, rest stays rest; after a danger the interrupted question
 * comes again (or the next one, when it was answered in the same breath); after a side question, history does.
 */
function returning(setting: Setting, first: string): Node {
  const inside = new Set(
    setting.interrupt?.steps.flatMap((s) => questionsOf(s).map((q) => q.id)) ?? [],
  )
  const own = (m: Memory) => m.trail.filter((step) => !inside.has(step))
  const fromDanger = (m: Memory) => m.trail.some((step) => inside.has(step))
  const toQuestion: Move = {
    guard: when(fromDanger),
    target: '#going',
    actions: [remember((m) => ({ trail: own(m), target: own(m).at(-1) ?? first, open: null }))],
  }
  return {
    id: 'returning',
    always: [
      atTheEnd(setting),
      { guard: when((m) => m.parked), target: '#parked' },
      toQuestion,
      { target: '#hist' },
    ],
  }
}

/** What has ended stays ended; the resident still gets a word. The adviser's desk speaks for itself. */
function atTheEnd(setting: Setting): Move {
  return {
    guard: when((m) => m.outcome !== null),
    target: '#ended_hist',
    actions: [
      tell((m, s) => (s.type === 'desk' ? null : phrase(setting, 'ended.stays', m, s.now))),
    ],
  }
}

/** Ends named anywhere in a flow; `resume` of an interrupt goes back instead. */
function outcomesOf(flow: Flow): readonly string[] {
  return flow.steps.flatMap((step) =>
    'end' in step && step.end && isOutcome(step.end) ? [step.end] : [],
  )
}

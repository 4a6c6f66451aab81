import { type AnyMachineSnapshot, getMicrosteps } from 'xstate'
import { isForEnded } from '../../../src/core/dialog/hear/opening.ts'
import {
  EMPTY,
  type Kept,
  type Memory,
  type Value,
  waiting,
} from '../../../src/core/dialog/machine/memory.ts'
import type { Meaning, Signal } from '../../../src/core/dialog/machine/signal.ts'
import {
  asleep,
  freeze,
  memoryOf,
  type Turned,
  thaw,
  turn,
} from '../../../src/core/dialog/machine/turn-machine.ts'
import type { Stage } from '../../../src/core/dialog/stage.ts'
import { FRESH, MORNING } from './shipped-house.ts'
import { meaningsAt, VALUES } from './signals.ts'

/** One step of a walk: where it stood, what came, where it stands now. */
export type Stride = {
  readonly from: AnyMachineSnapshot
  readonly meaning: Meaning
  readonly turned: Turned
}

/**
 * Visits every place of a flow's machine that differs in state, mode and what steers the talk, and sends every
 * meaning there. Each step goes through JSON, as it does through the store.
 */
export function walkAll(stage: Stage, each: (stride: Stride) => void): void {
  walkFrom(stage, [begun(stage, { ...EMPTY, stated: allStated(stage) })], each)
  const caseRef = { id: FRESH.caseId, number: FRESH.caseNumber, openedAt: MORNING } as const
  const again = begun(stage, {
    ...EMPTY,
    caseRef: { ...caseRef, status: 'closed' },
    ofClosed: true,
  })
  walkFrom(stage, [begun(stage, EMPTY), again, ...atEachQuestion(stage)], each)
}

function walkFrom(stage: Stage, starts: readonly Stride[], each: (stride: Stride) => void): void {
  starts.forEach(each)
  let rim = starts.map(({ turned }) => turned.snapshot)
  const seen = new Set(rim.map(placeOf))
  while (rim.length > 0) {
    const next: AnyMachineSnapshot[] = []
    for (const from of rim) {
      for (const meaning of meaningsAt(stage.setting, memoryOf(from))) {
        if (from.matches('ended') && !reachesTheEnd(meaning, memoryOf(from))) continue
        const taken = stride(stage, from, meaning)
        each(taken)
        const place = placeOf(taken.turned.snapshot)
        if (seen.has(place)) continue
        seen.add(place)
        next.push(thawed(stage, taken.turned.snapshot))
      }
    }
    rim = next
  }
}

const begun = (stage: Stage, memory: Memory) =>
  stride(stage, asleep(stage.ready, memory), { type: 'start' })

const stride = (stage: Stage, from: AnyMachineSnapshot, meaning: Meaning): Stride => ({
  from,
  meaning,
  turned: move(stage, from, meaning),
})

/** Everything that a first message may have said already. */
function allStated({ setting }: Stage): Readonly<Record<string, Value>> {
  const slots = Object.entries(setting.flow.slots).filter(
    ([, { type, hears }]) => hears || type === 'story',
  )
  return Object.fromEntries(
    slots.map(([slot, { type, of = [] }]) => {
      const chosen = type === 'choices' ? of.slice(0, 1) : of[0]
      return [slot, (VALUES[type]?.[0] ?? chosen) as Value]
    }),
  )
}

/** A household that every question is for, a child that writes or is written for, asked one question after the other. */
function atEachQuestion(stage: Stage): readonly Stride[] {
  const { flow, questions } = stage.setting
  const several = Object.entries(flow.slots).flatMap(([slot, { type, of }]) => {
    const value = of?.filter((key) => key !== 'none') ?? []
    const kept: Kept = { step: slot, at: MORNING, basis: 'answer', value }
    return type === 'choices' ? [[slot, kept] as const] : []
  })
  return Object.values(questions).flatMap(({ question: { id, into }, flow: of }) => {
    if (of !== flow) return []
    const skipped: Kept = { step: id, at: MORNING, basis: 'skip' }
    const ofOthers = id === 'child_guardian'
    const neighbour: Kept = { step: 'for_whom', at: MORNING, basis: 'answer', value: 'neighbour' }
    const whose = ofOthers ? { for_whom: neighbour } : {}
    const answers = { ...Object.fromEntries(several), ...whose, [into]: skipped }
    const stated = { minor: ofOthers ? 'child' : 'writer' }
    const start = begun(stage, { ...EMPTY, answers, stated }).turned.snapshot
    return [stride(stage, start, { type: 'correct', slot: into })]
  })
}

/** After the end other words begin a new talk. */
const reachesTheEnd = (meaning: Meaning, { caseRef }: Memory) =>
  isForEnded(meaning) ||
  meaning.type === 'desk' ||
  meaning.type === 'silence' ||
  (meaning.type === 'reopened' && caseRef !== null)

/** Somebody of whom the house knows the number and how many live there. */
export const signalOf = (meaning: Meaning): Signal => ({
  ...meaning,
  now: MORNING,
  fresh: FRESH,
  known: {
    facts: { phone: { value: '13800138000', at: MORNING }, people: { value: 2, at: MORNING } },
    private: true,
  },
})

export function move(stage: Stage, from: AnyMachineSnapshot, meaning: Meaning): Turned {
  return turn(stage.ready, from, signalOf(meaning))
}

const thawed = ({ ready }: Stage, snapshot: AnyMachineSnapshot) =>
  thaw(ready, JSON.parse(JSON.stringify(freeze(ready, snapshot))))

/** What makes two places of a talk different for a walk: not the answers themselves, but what they open. */
function placeOf(snapshot: AnyMachineSnapshot): string {
  const memory = memoryOf(snapshot)
  const open = waiting(memory)
  const beneath = memory.aside ? null : open?.step
  return JSON.stringify([snapshot.value, beneath, open?.mode, memory.tries, memory.outcome])
}

/** The states that one signal passes through, also those that never rest. */
export function passed(stage: Stage, from: AnyMachineSnapshot, meaning: Meaning) {
  return getMicrosteps(stage.ready.machine, from, signalOf(meaning)).map(([snapshot]) => snapshot)
}

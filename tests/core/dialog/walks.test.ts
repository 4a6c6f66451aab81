import { expect, test } from 'vitest'
import { transition } from 'xstate'
import { judge } from '../../../src/core/conditions/judge.ts'
import { factsOf } from '../../../src/core/dialog/facts.ts'
import { waiting } from '../../../src/core/dialog/machine/memory.ts'
import { freeze, memoryOf, readOff, thaw } from '../../../src/core/dialog/machine/turn-machine.ts'
import type { Stage } from '../../../src/core/dialog/stage.ts'
import { stages } from './shipped-house.ts'
import { passed, type Stride, signalOf, walkAll } from './walk.ts'

/** Every place of a flow with every meaning there, held against what must always be true. */
test.each(stages.map((stage) => [stage.setting.flow.id, stage] as const))(
  'the walk through %s reaches every state, and at every stride all rules hold',
  (_, stage) => {
    const reached = new Set<string>()
    const broken = new Set<string>()
    walkAll(stage, (stride) => {
      for (const snapshot of passed(stage, stride.from, stride.meaning)) {
        for (const node of snapshot._nodes) reached.add(node.id)
      }
      for (const move of movesTaken(stage, stride)) taken.add(move)
      for (const rule of RULES) {
        if (!rule.holds(stage, stride)) broken.add(`${rule.says}: ${where(stride)}`)
      }
    })
    const states = nodesOf(stage.ready.machine.root).map(({ id }) => id)
    for (const move of movesOf(stage)) drawn.add(move)
    expect(states.filter((id) => !reached.has(id) && !isNeverEntered(id))).toEqual([])
    expect([...broken].slice(0, 40)).toEqual([])
  },
  60_000,
)

test('every transition that a machine has is taken in one of the walks', () => {
  expect(drawn.size).toBeGreaterThan(300)
  expect([...drawn].filter((move) => !taken.has(move) && !isSpare(move))).toEqual([])
})

const drawn = new Set<string>()
const taken = new Set<string>()

/** History is passed through, never stood in; a talk sleeps before it starts; `done` waits for flows without an end. */
const isNeverEntered = (id: string) => /(hist|\.asleep|^end_done)$/.test(id)

/**
 * Whoever waits for a person has a case, so the word for those without one is never needed there. The later
 * rungs of silence need time to pass: the stored talks climb them. Only a talk that goes over to another text of
 * its flow starts in the middle: the tests of moving play that.
 */
const isSpare = (move: string) => /^(waiting status 1| silence [12]|\.asleep start 0)$/.test(move)

type StateNode = Stage['ready']['machine']['root']

function nodesOf(node: StateNode): readonly StateNode[] {
  return [node, ...Object.values(node.states).flatMap((each) => nodesOf(each as StateNode))]
}

/** `.flow.phone.asking answer 1`: the state, the kind of signal, and which of its moves. */
function movesOf({ ready }: Stage): readonly string[] {
  return nodesOf(ready.machine.root).flatMap((node) =>
    [...node.transitions].flatMap(([signal, moves]) =>
      moves.map((_, at) => `${local(node.id)} ${signal} ${at}`),
    ),
  )
}

function movesTaken({ ready }: Stage, { from, meaning }: Stride): readonly string[] {
  const signal = signalOf(meaning)
  return ready.machine.getTransitionData(from as never, signal).map((move) => {
    const at = move.source.transitions.get(move.eventType)?.indexOf(move)
    return `${local(move.source.id)} ${move.eventType} ${at}`
  })
}

/** Without the name of the machine, so that what all flows share is one. */
const local = (id: string) => id.replace(/^\w+@\w+/, '')

const where = ({ from, meaning, turned }: Stride) =>
  `${JSON.stringify(from.value)} (${waiting(memoryOf(from))?.mode ?? 'none'}) + ${meaning.type} → ${JSON.stringify(turned.snapshot.value)}`

type Rule = {
  readonly says: string
  readonly holds: (stage: Stage, stride: Stride) => boolean
}

const RULES: readonly Rule[] = [
  {
    says: "the turn is XState's own transition",
    holds: ({ ready }, { from, meaning, turned }) => {
      const signal = signalOf(meaning)
      const [snapshot, actions] = transition(ready.machine, from, signal)
      const expected = readOff(snapshot, actions)
      return (
        same(freeze(ready, turned.snapshot), freeze(ready, snapshot)) &&
        same([turned.out, turned.events], [expected.out, expected.events])
      )
    },
  },
  {
    says: 'freezing and thawing changes nothing',
    holds: ({ ready }, { turned }) => {
      const frozen = freeze(ready, turned.snapshot)
      return same(freeze(ready, thaw(ready, JSON.parse(JSON.stringify(frozen)))), frozen)
    },
  },
  {
    says: 'where several may be chosen a list is kept',
    holds: ({ setting }, { turned }) =>
      Object.entries(memoryOf(turned.snapshot).answers).every(
        ([slot, kept]) =>
          setting.slots[slot]?.type !== 'choices' ||
          !('value' in kept) ||
          Array.isArray(kept.value),
      ),
  },
  {
    says: 'a resident gets a reply, unless an adviser has the floor',
    holds: (_, { from, meaning, turned }) =>
      UNANSWERED.has(meaning.type) ||
      from.matches({ with_person: 'talking' }) ||
      from.matches('ended') ||
      turned.out.length > 0,
  },
  {
    says: 'a person is one turn away',
    holds: (_, { from, meaning, turned }) =>
      meaning.type !== 'person' ||
      from.matches({ with_person: 'talking' }) ||
      turned.events.some(({ type }) => type === 'person_asked'),
  },
  {
    says: 'danger is raised in the same turn',
    holds: (_, { meaning, turned }) =>
      meaning.type !== 'crisis' || turned.events.some(({ type }) => type === 'crisis_raised'),
  },
  {
    says: 'nothing is asked whose condition is false',
    holds: ({ setting }, { turned }) => {
      const memory = memoryOf(turned.snapshot)
      const open = memory.aside ? null : memory.open
      const when = open && setting.questions[open.step]?.question.when
      const condition = when ? setting.conditions.get(when) : undefined
      return !condition || judge(condition, factsOf(memory)).value !== false
    },
  },
  {
    says: 'what waits is what the state asks',
    holds: (_, { turned }) => {
      const memory = memoryOf(turned.snapshot)
      const step = stepIn(turned.snapshot.value)
      return step === undefined || memory.open?.step === step
    },
  },
]

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const UNANSWERED = new Set(['silence', 'desk', 'watch'])

/** The question in whose state a talk rests: `{flow: {phone: 'confirming'}}` → phone. */
function stepIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const [room, inside] = Object.entries(value)[0] ?? []
  if (room !== 'flow' && room !== 'interrupted') return undefined
  return typeof inside === 'object' && inside !== null ? Object.keys(inside)[0] : undefined
}

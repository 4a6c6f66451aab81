import { expect, test } from 'vitest'
import { converse, type Talk } from '../../../../src/core/dialog/converse.ts'
import { bundleOf, questionsOf } from '../../../../src/core/dialog/flow/flow-bundle.ts'
import type { Flow, SlotDef } from '../../../../src/core/dialog/flow/schema.ts'
import type { House } from '../../../../src/core/dialog/house.ts'
import { EMPTY } from '../../../../src/core/dialog/machine/memory.ts'
import type { Meaning } from '../../../../src/core/dialog/machine/signal.ts'
import {
  asleep,
  freeze,
  memoryIn,
  memoryOf,
} from '../../../../src/core/dialog/machine/turn-machine.ts'
import { foreseeMove } from '../../../../src/core/dialog/move/foresee-move.ts'
import { stillFits } from '../../../../src/core/dialog/move/go-over.ts'
import { planMoves } from '../../../../src/core/dialog/move/plan-moves.ts'
import { whatWaits } from '../../../../src/core/dialog/rehearse/play-talk.ts'
import { arrive, newSession, type Session } from '../../../../src/core/dialog/rehearse/session.ts'
import type { Stage } from '../../../../src/core/dialog/stage.ts'
import type { Incoming } from '../../../../src/core/events/incoming.ts'
import { DAY } from '../../../../src/core/time.ts'
import { FRESH, house, MORNING, shipped, stages } from '../shipped-house.ts'
import { answersAt, CRISIS } from '../signals.ts'
import { move } from '../walk.ts'

const help = shipped.find(({ kind }) => kind === 'help') as Flow

/** The house with another text of the help flow in force, and people moved to it or not. */
function published(flow: Flow, steps: Readonly<Record<string, string>> | null): House {
  const flows = shipped.map((each) => (each.kind === 'help' ? flow : each))
  const bundle = bundleOf('new', flows)
  const bundles = { ...house.bundles, new: bundle }
  return {
    ...house,
    current: 'new',
    bundles,
    ...(steps ? { moving: { steps, release: 2, from: [house.current] } } : {}),
  }
}

const without = (...ids: readonly string[]): Flow => ({
  ...help,
  steps: help.steps.filter(({ id }) => !ids.includes(id)),
})

/** A question more, after this one. */
function withMore(after: string): Flow {
  const at = help.steps.findIndex(({ id }) => id === after)
  const more = { id: 'rent', ask: '房租按时交得起吗？', into: 'rent' } as const
  return {
    ...help,
    slots: { ...help.slots, rent: { type: 'text', privacy: 'sensitive', label: '房租' } },
    steps: [...help.steps.slice(0, at + 1), more, ...help.steps.slice(at + 1)],
  }
}

const say = (session: Session, ...texts: readonly string[]): Session =>
  texts.reduce((now, text) => arrive(now, { kind: 'text', text }), session)

const START = ['你好', '同意', '我自己']
const told = () => say(newSession(house, MORNING), ...START)
const lastSaid = ({ lines }: Session) => {
  const at = lines.findLastIndex(({ from }) => from === 'resident')
  return lines.slice(at + 1).map(({ text }) => text)
}

test('nobody is moved unless the release says so', () => {
  const session = say({ ...told(), house: published(without('phone'), null) }, '王秀英')
  expect(whatWaits(session)).toBe('phone')
  expect(session.talk?.bundle).toBe(house.current)
})

test('with the next answer he goes over, keeps what he said, and is told so', () => {
  const session = say({ ...told(), house: published(without('phone'), {}) }, '王秀英')
  expect(session.talk?.bundle).toBe('new')
  expect(whatWaits(session)).toBe('address')
  const [kept, asks] = lastSaid(session)
  expect(kept).toBe('我们把问题改过了，您答过的都在。')
  expect(asks).toContain('住在哪里')
  const answers = memoryIn(session.talk?.snapshot).answers
  expect(answers.subject_name).toMatchObject({ value: '王秀英' })
  expect(Object.keys(answers)).toEqual(['consent', 'for_whom', 'subject_name'])
})

test('his message is understood by the question that he saw, also when that is gone', () => {
  const session = say({ ...told(), house: published(without('subject_name'), {}) }, '王秀英')
  expect(memoryIn(session.talk?.snapshot).answers.subject_name).toMatchObject({ value: '王秀英' })
  expect(whatWaits(session)).toBe('phone')
  // The adviser still reads it, with the question that asked for it.
  const done = say(session, '13800138000', '华院居委', '对', '老伴住院，钱不够', '对', '7')
  expect(done.file?.name).toBe('王秀英')
  expect(done.file?.answers.find(({ slot }) => slot === 'subject_name')).toMatchObject({
    question: expect.stringContaining('怎么称呼'),
    reads: '王秀英',
  })
})

test('a question that came before his place is asked, one that changes nothing for him is not talked about', () => {
  const more = say({ ...told(), house: published(withMore('consent'), {}) }, '王秀英')
  expect(whatWaits(more)).toBe('rent')
  expect(whatWaits(say(more, '交得起'))).toBe('phone')
  const later = say({ ...told(), house: published(withMore('members'), {}) }, '王秀英')
  expect(whatWaits(later)).toBe('phone')
  expect(later.talk?.bundle).toBe('new')
  expect(lastSaid(later)).toHaveLength(1)
})

test('the author says where those go who stand at a question', () => {
  const flow = without('phone')
  const session = say({ ...told(), house: published(flow, { phone: 'need' }) }, '王秀英')
  expect(whatWaits(session)).toBe('need')
})

test('a process that has not heard of the newest release takes nobody back', () => {
  const next = published(without('phone'), {})
  const moved = say({ ...told(), house: next }, '王秀英')
  const older = { steps: {}, release: 1, from: ['new'] }
  const behind = { ...house, bundles: next.bundles, moving: older }
  expect(say({ ...moved, house: behind }, '华院居委', '对').talk?.bundle).toBe('new')
  const begun = say(newSession(next, MORNING), ...START)
  const unknown = { ...behind, moving: { ...older, from: [house.current] } }
  expect(say({ ...begun, house: unknown }, '王秀英').talk?.bundle).toBe('new')
  // A later one that brings the old text back does.
  const back = { ...behind, moving: { ...older, release: 3 } }
  expect(say({ ...moved, house: back }, '华院居委', '对').talk?.bundle).toBe(house.current)
})

test('who does not answer the question yet is asked it again, and not moved', () => {
  const session = say({ ...told(), house: published(without('phone'), {}) }, '为什么')
  expect(whatWaits(session)).toBe('subject_name')
  expect(session.talk?.bundle).toBe(house.current)
})

test('who rested for a week goes over when he goes on', () => {
  const parked = say(told(), '暂停')
  const later = { ...parked, now: MORNING + 7 * DAY, house: published(without('subject_name'), {}) }
  const asked = say(later, '在吗')
  expect(whatWaits(asked)).toBe('subject_name.resume')
  const on = say(asked, '1')
  expect(whatWaits(on)).toBe('phone')
  expect(lastSaid(on)[0]).toBe('我们把问题改过了，您答过的都在。')
})

test('in danger, or with a person, nobody is moved', () => {
  const next = published(without('phone'), {})
  const danger = say({ ...told(), house: next }, '我不想活了')
  expect(danger.talk?.bundle).toBe(house.current)
  expect(say(danger, '安全', '王秀英').talk?.bundle).toBe(house.current)
  const by = { id: 'a1', name: '邓菲菲', street: '310105001' }
  const talked = arrive(
    { ...told(), house: next },
    { kind: 'desk', desk: { act: 'took_over', by } },
  )
  expect(say(talked, '王秀英').talk?.bundle).toBe(house.current)
})

test('an answer that can not be given any more is asked for again', () => {
  const of = ['family', 'neighbour']
  const slots = { ...help.slots, for_whom: { ...help.slots.for_whom, of } } as Flow['slots']
  const session = say({ ...told(), house: published({ ...help, slots }, {}) }, '王秀英')
  expect(whatWaits(session)).toBe('for_whom')
  const kept = { step: 's', at: 0, basis: 'answer' } as const
  const choices: SlotDef = { type: 'choices', of: ['a'], privacy: 'record', label: '' }
  expect(stillFits(choices, { ...kept, value: ['a', 'b'] })).toBe(false)
  expect(stillFits({ ...choices, type: 'choice' }, { ...kept, value: 'a' })).toBe(true)
  expect(stillFits({ ...choices, type: 'money' }, { ...kept, value: 3 })).toBe(false)
})

test('the plan tells what becomes of each, by step', () => {
  const name = told()
  const phone = say(name, '王秀英')
  const danger = say(name, '我不想活了')
  const over = say(newSession(house, MORNING), '你好', '不同意')
  const talks = [name, phone, phone, danger, over].flatMap(({ talk }) => (talk ? [talk] : []))
  const plan = (flow: Flow, steps: Readonly<Record<string, string>> = {}) => {
    const next = published(flow, null)
    return planMoves(talks.flatMap((talk) => foreseeMove(next, talk, steps, MORNING) ?? []))
  }
  const rest = { flow: 'help_request' }
  expect(plan(without('phone'))).toEqual([
    { ...rest, step: 'phone', fate: 'removed', goesTo: 'address', more: 0, people: 2 },
    { ...rest, step: 'subject_name', fate: 'goes_on', goesTo: 'subject_name', more: 0, people: 1 },
    { ...rest, step: expect.any(String), fate: 'danger', goesTo: null, more: 0, people: 1 },
  ])
  expect(plan(withMore('members')).map(({ fate, more }) => [fate, more])).toEqual([
    ['asked_more', 1],
    ['asked_more', 1],
    ['danger', 0],
  ])
  expect(plan(without('phone'), { phone: 'need' })[0]).toMatchObject({ goesTo: 'need', people: 2 })
  expect(plan(help)).toEqual([])
})

const EDITS: readonly Flow[] = [
  without('subject_name', 'need'),
  withMore('welcome'),
  without('consent', 'for_whom'),
  {
    ...help,
    steps: [...help.steps.slice(0, 2), ...help.steps.slice(2, 8).reverse(), ...help.steps.slice(8)],
  },
]

const ANSWERS: readonly Incoming[] = [
  { kind: 'text', text: '1' },
  { kind: 'text', text: '13800138000' },
  { kind: 'text', text: '跳过' },
]

/** Where a talk of this flow may stand: by every answer, and by rests, dangers and persons on the way. */
function placesOf(stage: Stage): readonly Talk[] {
  const begun = move(stage, asleep(stage.ready, EMPTY), { type: 'start' }).snapshot
  const open = [begun]
  const seen = new Set([JSON.stringify(begun.value)])
  const found: Talk[] = []
  for (let from = open.shift(); from; from = open.shift()) {
    const snapshot = JSON.parse(JSON.stringify(freeze(stage.ready, from)))
    found.push({ bundle: house.current, flow: help.id, snapshot, before: [], lastAt: MORNING })
    const answers = answersAt(stage.setting, memoryOf(from))
    const meanings: readonly Meaning[] = [
      ...answers.map((value): Meaning => ({ type: 'answer', value })),
      ...[...WAYS, CRISIS],
    ]
    for (const meaning of from.matches('ended') ? [] : meanings) {
      const { snapshot: next } = move(stage, from, meaning)
      const place = JSON.stringify(next.value)
      if (seen.has(place)) continue
      seen.add(place)
      open.push(next)
    }
  }
  return found
}

const WAYS: readonly Meaning[] = [
  ...[{ type: 'yes' }, { type: 'no' }, { type: 'pause' }, { type: 'withdraw' }, { type: 'resume' }],
  ...[{ type: 'correct' }, { type: 'skip', how: 'skip' }],
] as readonly Meaning[]

test('from every place of the flow and to every text of it: nobody is stranded, no answer is lost', () => {
  const [stage] = stages.filter(({ setting }) => setting.flow === help)
  if (!stage) throw new Error('no help flow')
  const places = placesOf(stage)
  let moved = 0
  for (const flow of EDITS) {
    const next = published(flow, {})
    const still = published(flow, null)
    for (const talk of places) {
      const foreseen = foreseeMove(next, talk, {}, MORNING)
      const isOver = JSON.stringify((talk.snapshot as { value: unknown }).value).includes('ended')
      expect(foreseen === null).toBe(isOver)
      for (const incoming of ANSWERS) {
        const arrived = { incoming, channel: 'web', now: MORNING, fresh: FRESH }
        const reply = converse(next, talk, arrived)
        const asBefore = converse(still, talk, arrived)
        if (reply.talk.bundle !== 'new' || asBefore.talk.bundle === 'new') {
          expect(reply).toEqual(asBefore)
          continue
        }
        moved += 1
        expect(['danger', 'person', 'errand']).not.toContain(foreseen?.fate)
        const memory = memoryIn(reply.talk.snapshot)
        expect(memory.answers).toMatchObject(memoryIn(asBefore.talk.snapshot).answers)
        const open = memory.open?.step
        const isAsked = flow.steps.some(
          (step) => step.id === open || questionsOf(step).some(({ id }) => id === open),
        )
        expect(isAsked || memory.outcome !== null).toBe(true)
        expect(reply.out.length).toBeGreaterThan(0)
      }
    }
  }
  expect(places.length).toBeGreaterThan(25)
  expect(moved).toBeGreaterThan(60)
}, 30_000)

import { expect, test } from 'vitest'
import { converse } from '../../../src/core/dialog/converse.ts'
import { bundleOf } from '../../../src/core/dialog/flow/flow-bundle.ts'
import type { Flow } from '../../../src/core/dialog/flow/schema.ts'
import type { House } from '../../../src/core/dialog/house.ts'
import { freeze } from '../../../src/core/dialog/machine/turn-machine.ts'
import { isProblem } from '../../../src/core/errors.ts'
import type { Incoming } from '../../../src/core/events/incoming.ts'
import { FRESH, house, MORNING, shipped, stages } from './shipped-house.ts'
import { walkAll } from './walk.ts'

/** The same office a day later: other wording, one question less, one more. */
function published(): House {
  const flows = shipped.map((flow) => (flow.kind === 'help' ? edited(flow) : flow))
  const bundle = bundleOf('b', flows)
  return { ...house, current: 'b', bundles: { ...house.bundles, b: bundle } }
}

const edited = (flow: Flow): Flow => ({
  ...flow,
  steps: flow.steps.filter(({ id }) => id !== 'subject_name'),
})

const ARRIVALS: readonly Incoming[] = [
  { kind: 'text', text: '1' },
  { kind: 'text', text: '返回' },
  { kind: 'text', text: '我不想活了' },
  { kind: 'silence' },
  { kind: 'tap', option: 'for_whom#self' },
]

test('whoever began on a version goes on with it after another is published', () => {
  const later = published()
  const seen = new Set<string>()
  for (const stage of stages) {
    walkAll(stage, ({ turned }) => {
      const place = JSON.stringify([stage.setting.flow.id, turned.snapshot.value])
      if (seen.has(place)) return
      seen.add(place)
      const snapshot = JSON.parse(JSON.stringify(freeze(stage.ready, turned.snapshot)))
      const talk = {
        bundle: house.current,
        flow: stage.setting.flow.id,
        snapshot,
        before: [],
        lastAt: MORNING,
      }
      for (const incoming of ARRIVALS) {
        const arrived = { incoming, channel: 'web', now: MORNING, fresh: FRESH }
        const reply = converse(later, talk, arrived)
        // After an end, and where somebody closes with an old case to begin a new one.
        const ended =
          turned.snapshot.matches('ended') || turned.snapshot.matches({ flow: 'matter' })
        const begunAnew = ended && reply.talk.bundle === 'b'
        if (!begunAnew) expect(reply).toEqual(converse(house, talk, arrived))
      }
    })
  }
  expect(seen.size).toBeGreaterThan(90)
}, 60_000)

test('new conversations begin with what is current', () => {
  const arrived = {
    incoming: { kind: 'text', text: '你好' },
    channel: 'web',
    now: MORNING,
    fresh: FRESH,
  } as const
  expect(converse(published(), null, arrived).talk.bundle).toBe('b')
})

test('a conversation on a version that the house does not hold is a coded error, not a guess', () => {
  const arrived = {
    incoming: { kind: 'text', text: '你好' },
    channel: 'web',
    now: MORNING,
    fresh: FRESH,
  } as const
  const { talk } = converse(house, null, arrived)
  try {
    converse({ ...house, bundles: {} }, talk, arrived)
    expect.unreachable()
  } catch (error) {
    expect(isProblem(error) && error.code).toBe('bad_flow')
  }
})

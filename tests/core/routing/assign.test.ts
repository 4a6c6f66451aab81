import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign, type Candidate } from '../../../src/core/routing/assign.ts'
import { type HeldCase, whyAgain } from '../../../src/core/routing/assign-again.ts'
import { calledAt, dueSteps, nextStep } from '../../../src/core/routing/escalation.ts'
import { isOnDuty } from '../../../src/core/routing/on-duty.ts'
import { HOUR, MINUTE } from '../../../src/core/time.ts'

const aCandidate = (id: string, changes: Partial<Candidate> = {}): Candidate => ({
  ...{ id, load: 0, lastAt: null, committees: [], crisisDuty: false },
  ...changes,
})
const ASKED = { ownAdviser: null, committee: null, forDuty: false, passedBy: [] }
const ROBIN = { way: 'round_robin', most: 10 } as const

test('in turn: who was given one longest ago is next', () => {
  const both = [aCandidate('a', { lastAt: 20 }), aCandidate('b', { lastAt: 10, load: 9 })]
  expect(assign(ASKED, both, ROBIN)).toEqual({ to: 'b', why: 'round_robin' })
})

test('the adviser of the household goes before the way of the street, but not over the limit', () => {
  const asked = { ...ASKED, ownAdviser: 'a' }
  const both = [aCandidate('a', { load: 5 }), aCandidate('b')]
  const rule = { way: 'least_loaded', most: 6 } as const
  expect(assign(asked, both, rule)).toEqual({ to: 'a', why: 'own_adviser' })
  expect(assign(asked, both, { ...rule, most: 5 })).toEqual({ to: 'b', why: 'least_loaded' })
})

test('by committee: who looks after it; nobody does: who has the fewest', () => {
  const both = [aCandidate('a', { committees: ['310105001002'], load: 4 }), aCandidate('b')]
  const rule = { way: 'committee', most: 10 } as const
  const asked = { ...ASKED, committee: '310105001002' }
  expect(assign(asked, both, rule)).toEqual({ to: 'a', why: 'committee' })
  expect(assign(ASKED, both, rule)).toEqual({ to: 'b', why: 'least_loaded' })
})

test('what is for the duty goes to the crisis duty', () => {
  const both = [aCandidate('a'), aCandidate('b', { crisisDuty: true, load: 3 })]
  expect(assign({ ...ASKED, forDuty: true }, both, ROBIN)).toEqual({ to: 'b', why: 'crisis_duty' })
})

test('nobody is given more than the limit, and who let it lie only when nobody else is there', () => {
  const candidates = fc.uniqueArray(
    fc.record({ id: fc.uuid(), load: fc.nat(12), lastAt: fc.option(fc.nat()) }),
    { selector: ({ id }) => id, maxLength: 6 },
  )
  fc.assert(
    fc.property(candidates, fc.nat(5), fc.integer({ min: 1, max: 12 }), (given, passed, most) => {
      const all = given.map((each) => aCandidate(each.id, each))
      const passedBy = all.slice(0, passed).map(({ id }) => id)
      const { to, why } = assign({ ...ASKED, passedBy }, all, { ...ROBIN, most })
      const free = all.filter(({ load }) => load < most)
      if (to === null) {
        expect(why).toBe(all.length === 0 ? 'nobody_on_duty' : 'all_full')
        expect(free).toEqual([])
        return
      }
      expect(free.map(({ id }) => id)).toContain(to)
      if (passedBy.includes(to)) expect(free.every(({ id }) => passedBy.includes(id))).toBe(true)
    }),
  )
})

const HELD: HeldCase = {
  ...{ claimedAt: 0, acceptDue: null, acknowledgedAt: 1, contactDue: 8 * HOUR },
  ...{ contactedAt: null, tries: 0, snoozedUntil: null },
}
const THERE = { onDuty: true, away: false, backAt: null }

test('a case is offered again before the first contact alone, and for one of four reasons', () => {
  const now = 2 * HOUR
  expect(whyAgain(HELD, THERE, now)).toBeNull()
  const unopened = { ...HELD, acknowledgedAt: null, acceptDue: HOUR }
  expect(whyAgain(unopened, THERE, now)).toBe('unaccepted')
  expect(whyAgain({ ...unopened, contactedAt: HOUR }, THERE, now)).toBeNull()
  expect(whyAgain(HELD, { ...THERE, onDuty: false, away: true }, now)).toBe('on_leave')
  const home = { onDuty: false, away: false, backAt: 7 * HOUR }
  expect(whyAgain(HELD, home, now)).toBeNull()
  expect(whyAgain(HELD, { ...home, backAt: 9 * HOUR }, now)).toBe('off_duty')
  expect(whyAgain(HELD, THERE, 9 * HOUR)).toBe('silent')
  expect(whyAgain({ ...HELD, tries: 1 }, THERE, 9 * HOUR)).toBeNull()
  expect(whyAgain({ ...HELD, snoozedUntil: 10 * HOUR }, THERE, 9 * HOUR)).toBeNull()
})

test('who takes a case that was late already has an hour for the first call', () => {
  const late = { ...HELD, claimedAt: 10 * HOUR }
  expect(whyAgain(late, THERE, 10 * HOUR + 59 * MINUTE)).toBeNull()
  expect(whyAgain(late, THERE, 11 * HOUR + 1)).toBe('silent')
})

test('the roster says who is on duty; the switch holds until the roster says something else', () => {
  const off = { switched: null, inShift: false, turnedAt: null, awaySince: null }
  expect(isOnDuty(off)).toBe(false)
  expect(isOnDuty({ ...off, inShift: true, turnedAt: 9 })).toBe(true)
  expect(isOnDuty({ ...off, inShift: true, turnedAt: 9, awaySince: 8 })).toBe(false)
  const switchedOff = { on: false, since: 10 }
  expect(isOnDuty({ ...off, inShift: true, turnedAt: 9, switched: switchedOff })).toBe(false)
  expect(isOnDuty({ ...off, inShift: true, turnedAt: 12, switched: switchedOff })).toBe(true)
  expect(isOnDuty({ ...off, turnedAt: 12, switched: { on: true, since: 10 } })).toBe(false)
})

const STEPS = [
  { level: 'committee', after: 0 },
  { level: 'street', after: 15 * MINUTE },
  { level: 'district', after: 30 * MINUTE },
] as const

test('a danger climbs at 15 and 30 minutes, each step once', () => {
  expect(dueSteps(0, 1, STEPS, 15 * MINUTE - 1)).toEqual([])
  expect(dueSteps(0, 1, STEPS, 15 * MINUTE)).toEqual([{ step: 1, level: 'street' }])
  expect(dueSteps(0, 0, STEPS, HOUR).map(({ level }) => level)).toEqual([
    'committee',
    'street',
    'district',
  ])
  expect(nextStep(0, 2, STEPS)).toEqual({ level: 'district', at: 30 * MINUTE })
  expect(nextStep(0, 3, STEPS)).toBeNull()
})

test('a level calls those on duty, or all who are there when nobody is, never who is on leave', () => {
  const one = { role: 'adviser', streets: ['s'], onDuty: false, away: false, crisisDuty: false }
  const a = { ...one, id: 'a' }
  const b = { ...one, id: 'b', onDuty: true }
  const c = { ...one, id: 'c', away: true }
  expect(calledAt('committee', 's', null, [a, b, c])).toEqual(['b'])
  expect(calledAt('committee', 's', null, [a, c])).toEqual(['a'])
  expect(calledAt('committee', 's', 'a', [a, b])).toEqual(['a', 'b'])
  expect(calledAt('street', 's', null, [a, b])).toEqual([])
  expect(calledAt('district', '', null, [{ ...one, id: 'd', role: 'district' }])).toEqual(['d'])
})

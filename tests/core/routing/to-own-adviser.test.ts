import { expect, test } from 'vitest'
import { ROUTE_RULES, type Route } from '../../../src/core/routing/route.ts'
import { toOwnAdviser } from '../../../src/core/routing/to-own-adviser.ts'

const KNOWN = { street: '310105001', adviser: { id: 'feifei', present: true } }

const routed = (rule: Route['rule'], street = '310105001'): Route => ({
  ...{ queue: `street:${street}`, district: '310105', street, rule },
  ...{ facts: { open: true }, formal: [] },
})

test('a known household comes to its own adviser, in its own street', () => {
  expect(toOwnAdviser(routed('committee'), KNOWN)).toMatchObject({
    ...{ queue: 'adviser:feifei', rule: 'own_adviser', street: '310105001' },
  })
})

test('a full street lends its new cases to a neighbour, but not those of its own households', () => {
  const lent = routed('neighbour', '310105002')
  expect(toOwnAdviser(lent, KNOWN)).toMatchObject({ rule: 'own_adviser', street: '310105001' })
})

test('danger, duty and what nobody can place are never turned aside', () => {
  const first = ['crisis_duty', 'after_hours', 'outside', 'triage'] as const
  for (const rule of first) expect(toOwnAdviser(routed(rule), KNOWN)).toEqual(routed(rule))
  const turned = ROUTE_RULES.filter((rule) => toOwnAdviser(routed(rule), KNOWN).rule !== rule)
  expect(turned).toEqual(['preset', 'committee', 'street', 'neighbour', 'district_overflow'])
})

test('who moved goes to the new street, and an absent adviser keeps nobody waiting; both are said', () => {
  const moved = toOwnAdviser(routed('street', '310105003'), KNOWN)
  expect(moved).toMatchObject({ rule: 'street', facts: { moved_from: '310105001' } })
  const absent = { ...KNOWN, adviser: { id: 'feifei', present: false } }
  const waits = toOwnAdviser(routed('street'), absent)
  expect(waits).toMatchObject({ rule: 'street', facts: { adviser_absent: 'feifei' } })
  expect(toOwnAdviser(routed('street'), null)).toEqual(routed('street'))
})

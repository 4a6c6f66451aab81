import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allowedActs,
  DESK_ACTS,
  type Standing,
  UNDO_CLAIM,
} from '../../../src/core/casework/allowed-acts.ts'
import { CASE_STATUSES } from '../../../src/core/casework/case-file.ts'
import { TALK_STATES } from '../../../src/core/casework/desk-lists.ts'
import { ROLES } from '../../../src/core/people/role.ts'

const me = { id: 'me', role: 'adviser' } as const
const NOW = 1_000_000

const claimedByMe: Standing = {
  status: 'claimed',
  claimed: { id: 'me', at: NOW - UNDO_CLAIM - 1 },
  talk: 'bot',
  transfer: null,
  assessed: true,
  erased: false,
}

const standings = fc.record({
  status: fc.constantFrom(...CASE_STATUSES),
  claimed: fc.option(fc.record({ id: fc.constantFrom('me', 'other'), at: fc.nat(2 * NOW) })),
  talk: fc.constantFrom(...TALK_STATES),
  transfer: fc.option(fc.record({ toMe: fc.boolean() })),
  assessed: fc.boolean(),
  erased: fc.boolean(),
})

test('whoever looks on or sees an erased case can do nothing', () => {
  fc.assert(
    fc.property(standings, (at) => {
      expect(allowedActs({ ...me, role: 'auditor' }, at, NOW)).toEqual([])
      expect(allowedActs(me, { ...at, erased: true }, NOW)).toEqual([])
    }),
  )
})

test('nobody closes, puts back or offers again what another street was asked to take', () => {
  fc.assert(
    fc.property(standings, fc.constantFrom(...ROLES), (at, role) => {
      const acts = allowedActs({ ...me, role }, { ...at, transfer: { toMe: false } }, NOW)
      for (const act of ['close', 'release', 'transfer', 'accept_transfer'] as const) {
        expect(acts).not.toContain(act)
      }
    }),
  )
})

test('only the owner speaks, decides and closes', () => {
  fc.assert(
    fc.property(standings, fc.constantFrom(...ROLES), (at, role) => {
      const other = { ...at, claimed: { id: 'other', at: NOW } }
      const acts = allowedActs({ ...me, role }, other, NOW)
      for (const act of ['say', 'take_over', 'set_indicator', 'confirm', 'close'] as const) {
        expect(acts).not.toContain(act)
      }
    }),
  )
})

test('acts come in their written order, each once', () => {
  fc.assert(
    fc.property(standings, (at) => {
      const acts = allowedActs(me, at, NOW)
      const places = acts.map((act) => DESK_ACTS.indexOf(act))
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
    }),
  )
})

test('the owner of a case has all that a case needs, and undo only for ten seconds', () => {
  const acts = allowedActs(me, claimedByMe, NOW)
  expect(acts).toEqual(
    expect.arrayContaining(['release', 'take_over', 'say', 'confirm', 'transfer', 'close']),
  )
  expect(acts).not.toContain('unclaim')
  const fresh = { ...claimedByMe, claimed: { id: 'me', at: NOW - UNDO_CLAIM } }
  expect(allowedActs(me, fresh, NOW)).toContain('unclaim')
})

test('the floor is given back only by who has it', () => {
  expect(allowedActs(me, claimedByMe, NOW)).not.toContain('give_back')
  expect(allowedActs(me, { ...claimedByMe, talk: 'person' }, NOW)).toContain('give_back')
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import { HOUR, MINUTE } from '../../../src/core/time.ts'
import { assignmentStore } from '../../../src/edge/storage/assignment/assignment-store.ts'
import { rowsOf } from '../../../src/edge/storage/pool.ts'
import { rosterStore } from '../../../src/edge/storage/roster/roster-store.ts'
import type { RosterBook } from '../../../src/work/ports/roster.ts'
import { type AssignParts, assignCases } from '../../../src/work/rounds/assign-cases.ts'
import { HUAYANG, RING } from '../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk } from '../../support/real-desk.ts'

let house: RealDesk
let book: RosterBook
let parts: AssignParts
let lead: Staff
let one: Staff
let two: Staff
beforeAll(async () => {
  house = await openRealDesk()
  book = rosterStore({ pool: house.deskPool, ring: RING, clock: { now: house.now } })
  parts = {
    assignment: assignmentStore({ pool: house.turn, desk: house.deskPool }),
    tell: house.engine.desk,
    clocks: () => house.house.clocks,
    calendar: () => house.house.town.calendar,
    now: house.now,
    announce: () => {},
  }
  lead = await house.hire([HUAYANG], { role: 'supervisor' })
  one = await house.hire([HUAYANG], { name: '甘棠' })
  two = await house.hire([HUAYANG], { name: '闻笛' })
})
afterAll(() => house.close())
beforeEach(async () => {
  await rowsOf(house.turn, `update help_case set status = 'closed'`)
})

async function aRequest() {
  const resident = house.resident()
  for (const text of ASKING) await resident.says(text)
  for (const text of ['现在就交', '好']) await resident.says(text)
  return resident
}

async function rule(way: 'off' | 'round_robin' | 'least_loaded', most = 30) {
  const known = (await book.listRules(lead)).find(({ street }) => street === HUAYANG)
  await book.setRule(lead, { street: HUAYANG, way, most, version: known?.version ?? 0 })
}

const mine = async (staff: Staff) => (await house.desk.listCases(staff, { list: 'mine' })).rows

test('where people take their cases themselves, the house gives out nothing', async () => {
  await rule('off')
  await house.desk.setDuty(one, true)
  await house.desk.setDuty(two, true)
  await aRequest()
  expect(await assignCases(parts)).toBe(0)
})

test('six cases go to two advisers in turn, though two processes give them out at once', async () => {
  await rule('round_robin')
  const residents = []
  for (let count = 0; count < 6; count++) residents.push(await aRequest())
  await Promise.all([assignCases(parts), assignCases(parts)])
  await assignCases(parts)
  expect((await mine(one)).length).toBe(3)
  expect((await mine(two)).length).toBe(3)
  for (const resident of residents) {
    const said = (await resident.reads()).join()
    expect(said).toMatch(/甘棠|闻笛/)
  }
  const [row] = await mine(one)
  const { events } = await house.desk.readCase(one, row?.number ?? '')
  expect(events.find(({ kind }) => kind === 'assigned')?.detail).toMatchObject({
    reason: 'round_robin',
  })
  const calls = await house.desk.listNotices(one)
  expect(calls.filter(({ kind }) => kind === 'assigned')).toHaveLength(3)
})

test('the house gives nobody more than the limit, by hand one may still take', async () => {
  await rule('least_loaded', 1)
  for (let count = 0; count < 3; count++) await aRequest()
  await assignCases(parts)
  expect((await mine(one)).length + (await mine(two)).length).toBe(2)
  const { rows } = await house.desk.listCases(one, { list: 'waiting' })
  const [left] = rows
  await house.desk.claimCase(one, left?.number ?? '', left?.version ?? 0)
  expect((await mine(one)).length).toBe(2)
})

test('what is not opened in time is given to a colleague, and the resident learns who it is now', async () => {
  await rule('least_loaded')
  await house.desk.setDuty(two, false)
  const resident = await aRequest()
  await assignCases(parts)
  expect((await mine(one)).length).toBe(1)
  await house.desk.setDuty(two, true)
  house.pass(5 * HOUR)
  await assignCases(parts)
  expect((await mine(one)).length).toBe(0)
  const [row] = await mine(two)
  expect((await resident.reads()).at(-1)).toContain('闻笛')
  await house.desk.readCase(two, row?.number ?? '')
  house.pass(2 * HOUR)
  await assignCases(parts)
  expect((await mine(two)).length).toBe(1)
})

test('on leave with a stand-in: the shift and the cases are the other one’s', async () => {
  await rule('least_loaded')
  const day = '2026-11-23'
  const startsAt = Date.parse('2026-11-23T09:00:00+08:00')
  const shift = { street: HUAYANG, staff: one.id, startsAt, endsAt: startsAt + 8 * HOUR }
  await book.addShifts(lead, [{ id: randomUUID(), ...shift }])
  house.pass(startsAt + 10 * MINUTE - house.now())
  await house.desk.setDuty(two, false)
  await aRequest()
  await assignCases(parts)
  expect((await mine(one)).length).toBe(1)
  const away = { from: day, to: day, staff: one.id, standIn: two.id }
  await book.addLeave(one, { id: randomUUID(), ...away })
  const people = await book.listPeople(lead)
  expect(people.find(({ id }) => id === one.id)).toMatchObject({ onDuty: false, away: true })
  const [listed] = await book.listShifts(one, startsAt, startsAt + HOUR)
  expect(listed).toMatchObject({ standIn: { id: two.id }, vacant: false })
})

test('who does not lead the street neither writes its roster nor its rule', async () => {
  const startsAt = house.now()
  const shift = { id: randomUUID(), street: HUAYANG, staff: two.id, startsAt, endsAt: startsAt + 1 }
  await expect(book.addShifts(one, [shift])).rejects.toMatchObject({ code: 'not_allowed' })
  const changed = { street: HUAYANG, way: 'off', most: 1, version: 1 } as const
  await expect(book.setRule(one, changed)).rejects.toMatchObject({ code: 'not_allowed' })
  const away = { id: randomUUID(), staff: two.id, from: '2026-11-25', to: '2026-11-25' }
  await expect(book.addLeave(one, { ...away, standIn: null })).rejects.toMatchObject({
    code: 'not_allowed',
  })
})

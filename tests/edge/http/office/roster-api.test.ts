import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../../../src/edge/http/parts.ts'
import { HUAYANG } from '../../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../../support/real-office.ts'
import { openGate, type SignedIn, signIn } from '../desk/signed-in.ts'

let real: RealOffice
let app: App
let lead: SignedIn
let adviser: SignedIn
beforeAll(async () => {
  real = await openRealOffice()
  app = await openGate(real.house, { office: real.office })
  const supervisor = await real.house.hire([HUAYANG], { role: 'supervisor' })
  lead = await signIn(app, real.house, supervisor)
  adviser = await signIn(app, real.house, real.adviser)
})
afterAll(async () => {
  await app.close()
  await real.close()
})

/** 2026-11-20 is a Friday. */
const FRIDAY_TO_MONDAY = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']

test('shifts are written for working days, shown with holes, and decide who is on duty', async () => {
  const days = FRIDAY_TO_MONDAY.map((day) => ({ id: randomUUID(), day }))
  const what = { street: HUAYANG, staff: real.adviser.id, from: '09:00', to: '17:00', days }
  const written = await lead.post('/api/office/roster/shifts', { ...what, workingOnly: true })
  expect(written).toMatchObject({ status: 200, body: { count: 2 } })
  await lead.post('/api/office/roster/shifts', { ...what, workingOnly: true })
  const { body } = await adviser.get('/api/office/roster?from=2026-11-20&days=5')
  expect(body.shifts).toHaveLength(2)
  expect(body.days.map(({ working }: { working: boolean }) => working)).toEqual([
    ...[true, false, false, true, true],
  ])
  const holes = body.gaps.filter(({ street }: { street: string | null }) => street === HUAYANG)
  expect(holes).toEqual([{ day: '2026-11-24', street: HUAYANG }])
  expect((await adviser.get('/api/desk/me')).body.duty).toBe(true)
  expect((await adviser.post('/api/desk/duty', { on: false })).body.duty).toBe(false)
  expect((await adviser.get('/api/desk/me')).body.duty).toBe(false)
})

test('an adviser writes the own leave and phone, and neither shifts nor the rule of the street', async () => {
  const id = randomUUID()
  const leave = { id, staff: real.adviser.id, from: '2026-11-23', to: '2026-11-24', standIn: null }
  expect((await adviser.post('/api/office/roster/leaves', leave)).status).toBe(204)
  const { body } = await lead.get('/api/office/roster?from=2026-11-20&days=5')
  expect(body.leaves).toHaveLength(1)
  expect(body.shifts.at(-1).vacant).toBe(true)
  expect((await lead.drop(`/api/office/roster/leaves/${id}`)).status).toBe(204)
  const phone = await adviser.post('/api/office/roster/phone', { phone: '13900002222' })
  expect(phone.status).toBe(204)
  const again = await adviser.get('/api/office/roster?from=2026-11-20')
  expect(again.body.phone).toBe(true)
  expect(JSON.stringify(again.body)).not.toContain('13900002222')
  const rule = { street: HUAYANG, way: 'round_robin', most: 20, version: 0 }
  expect((await adviser.post('/api/office/roster/assignment', rule)).status).toBe(403)
  expect((await lead.post('/api/office/roster/assignment', rule)).body.version).toBe(1)
  expect((await lead.post('/api/office/roster/assignment', rule)).status).toBe(409)
})

test('a street of another district, a leave that ends before it begins and a strange list are refused', async () => {
  const days = [{ id: randomUUID(), day: '2026-11-20' }]
  const shift = { staff: real.adviser.id, from: '09:00', to: '17:00', days, workingOnly: false }
  const far = await lead.post('/api/office/roster/shifts', { ...shift, street: '310106011' })
  expect(far.status).toBe(400)
  const leave = { staff: real.adviser.id, from: '2026-11-24', to: '2026-11-23', standIn: null }
  const wrong = await adviser.post('/api/office/roster/leaves', { id: randomUUID(), ...leave })
  expect(wrong.status).toBe(400)
  const view = { id: randomUUID(), name: '怪', list: 'nothing', filters: {}, street: null }
  expect((await adviser.post('/api/office/views', view)).status).toBe(400)
})

test('the day and the list of a colleague are read over HTTP', async () => {
  const number = await real.asks()
  const { body: queue } = await adviser.get('/api/desk/queue?status=waiting')
  const row = queue.cases.find((each: { number: string }) => each.number === number)
  await adviser.post(`/api/desk/cases/${number}/claim`, { version: row.version })
  const { body } = await adviser.get('/api/office/today')
  expect(body.clocks.map((each: { number: string }) => each.number)).toContain(number)
  const theirs = await lead.get(`/api/desk/queue?status=mine&owner=${real.adviser.id}`)
  expect(theirs.body.cases.map((each: { number: string }) => each.number)).toContain(number)
  expect((await lead.get('/api/desk/queue?status=mine')).body.cases).toEqual([])
})

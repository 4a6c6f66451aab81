import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeDay, byUrgency, daysLate } from '../../../src/core/casework/today.ts'
import type { Staff } from '../../../src/core/people/role.ts'
import { MINUTE } from '../../../src/core/time.ts'
import { householdStore } from '../../../src/edge/storage/household-store.ts'
import { todayStore } from '../../../src/edge/storage/roster/today-store.ts'
import { viewStore } from '../../../src/edge/storage/roster/view-store.ts'
import { createToday } from '../../../src/work/office/today/read-today.ts'
import type { HouseholdFiles } from '../../../src/work/ports/household-files.ts'
import type { Today } from '../../../src/work/ports/today.ts'
import { HUAYANG, JIANGSU, RING } from '../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk, type Resident } from '../../support/real-desk.ts'

let house: RealDesk
let files: HouseholdFiles
let today: Today
let adviser: Staff
let colleague: Staff
let resident: Resident
let number: string
beforeAll(async () => {
  house = await openRealDesk()
  const clock = { now: house.now }
  files = householdStore({ pool: house.deskPool, ring: RING, clock })
  const reader = todayStore({ pool: house.deskPool, turn: house.turn })
  const parts = { house: () => house.house, town: () => house.house.town, now: house.now }
  today = createToday({ ...parts, desk: house.desk, files, today: reader })
  adviser = await house.hire([HUAYANG])
  colleague = await house.hire([HUAYANG], { role: 'supervisor' })
  resident = house.resident()
  for (const line of ASKING) await resident.says(line)
  const { rows } = await house.desk.listCases(adviser, { list: 'waiting' })
  number = rows[0]?.number ?? ''
  await house.desk.claimCase(adviser, number, rows[0]?.version ?? 0)
})
afterAll(() => house.close())

test('a resident who wrote since I looked is unread, and no more once I have looked', async () => {
  house.pass(MINUTE)
  await house.desk.readCase(adviser, number)
  expect((await today.read(adviser)).unread).toEqual([])
  house.pass(MINUTE)
  await resident.says('您在吗')
  expect((await today.read(adviser)).unread.map((each) => each.number)).toEqual([number])
  expect((await today.read(colleague)).unread).toEqual([])
  house.pass(MINUTE)
  await house.desk.readCase(colleague, number)
  expect((await today.read(adviser)).unread).toHaveLength(1)
  await house.desk.readCase(adviser, number)
  expect((await today.read(adviser)).unread).toEqual([])
})

test('what a colleague did in my case since yesterday is told, my own deeds are not', async () => {
  await house.desk.addNote(colleague, number, { text: '他女儿来过', mentions: [] })
  await house.desk.addNote(adviser, number, { text: '知道了', mentions: [] })
  const { changes } = await today.read(adviser)
  expect(changes.filter(({ kind }) => kind === 'note').map(({ actor }) => actor)).toEqual([
    colleague.id,
  ])
})

test('records that are mine and due stand in the day, others and later ones do not', async () => {
  const { id } = await files.openHousehold(adviser, number)
  const record = (dueOn: string, owner: string) =>
    files.addRecord(adviser, id, {
      ...{ id: randomUUID(), kind: 'follow_up', dueOn, owner, body: {} },
    })
  await record('2026-11-19', adviser.id)
  await record('2026-11-24', adviser.id)
  await record('2026-11-20', colleague.id)
  await record('2026-12-20', adviser.id)
  const { due } = await today.read(adviser)
  expect(due.map(({ record: { dueOn } }) => dueOn)).toEqual(['2026-11-19', '2026-11-24'])
  expect(due[0]?.head.number).toBe(number)
})

test('the clock of the plan starts with the confirmed assessment, and the approval stops it', async () => {
  expect((await today.read(adviser)).plans).toEqual([])
  for (const [code, value] of [
    ['ill', true],
    ['soc', true],
  ] as const) {
    await house.desk.setIndicator(adviser, number, { code, value, reason: '看过' })
  }
  const { row } = await house.desk.readCase(adviser, number)
  await house.desk.confirmAssessment(adviser, number, row.version, '')
  const [plan] = (await today.read(adviser)).plans
  expect(plan?.row.number).toBe(number)
  expect(plan?.due).toBeGreaterThan(house.now())
  const { id } = await files.openHousehold(adviser, number)
  const record = { id: randomUUID(), kind: 'plan', state: 'submitted', body: {} }
  const { version } = await files.addRecord(adviser, id, record)
  expect((await today.read(adviser)).plans).toHaveLength(1)
  await files.changeRecord(adviser, id, record.id, version, { state: 'in_force' })
  expect((await today.read(adviser)).plans).toEqual([])
})

const thing = (dueOn: string, grade: string | null, kind = 'follow_up', committee = 'a') => ({
  ...{ dueOn, grade, kind, committee },
})

test('a day has the graver household first, then the longer overdue; walks go by committee', () => {
  const things = [
    thing('2026-11-18', 'low'),
    thing('2026-11-20', 'high', 'follow_up', 'b'),
    thing('2026-11-19', 'high', 'follow_up', 'b'),
    thing('2026-11-20', null, 'subtask'),
    thing('2026-11-23', 'medium', 'follow_up', 'b'),
    thing('2026-11-20', 'medium', 'reminder'),
  ]
  const { followUps, reminders, tasks, visits } = arrangeDay(things, '2026-11-20')
  expect(followUps.map(({ dueOn, grade }) => `${grade} ${dueOn}`)).toEqual([
    'high 2026-11-19',
    'high 2026-11-20',
    'low 2026-11-18',
  ])
  expect([reminders.length, tasks.length]).toEqual([1, 1])
  expect(visits.map(({ committee, items }) => [committee, items.length])).toEqual([
    ['b', 3],
    ['a', 1],
  ])
  expect([...things].sort(byUrgency)[0]?.grade).toBe('high')
  expect(daysLate('2026-11-18', '2026-11-20')).toBe(2)
})

test('a saved view is its owner’s, or its street’s, and only its owner takes it away', async () => {
  const views = viewStore({ pool: house.deskPool, clock: { now: house.now } })
  const own = { id: randomUUID(), name: '我的高度', list: 'waiting', street: null } as const
  await views.save(adviser, { ...own, filters: { filter: 'high' } })
  const shared = { id: randomUUID(), name: '超时的', list: 'all', street: HUAYANG } as const
  await views.save(colleague, { ...shared, filters: { filter: 'overdue' } })
  expect((await views.list(adviser)).map(({ name, mine }) => [name, mine])).toEqual([
    ['我的高度', true],
    ['超时的', false],
  ])
  expect((await views.list(colleague)).map(({ name }) => name)).toEqual(['超时的'])
  expect(await views.list(await house.hire([JIANGSU]))).toEqual([])
  await expect(views.drop(adviser, shared.id)).rejects.toMatchObject({ code: 'not_found' })
  await views.drop(adviser, own.id)
  const foreign = { ...own, id: randomUUID(), street: JIANGSU, filters: {} }
  await expect(views.save(adviser, foreign)).rejects.toMatchObject({ code: 'not_allowed' })
})

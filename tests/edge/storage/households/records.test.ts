import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FILE_KINDS } from '../../../../src/core/casework/file-kinds.ts'
import type { Staff } from '../../../../src/core/people/role.ts'
import { householdStore } from '../../../../src/edge/storage/household-store.ts'
import { openPool, type Pool } from '../../../../src/edge/storage/pool.ts'
import type { HouseholdFiles } from '../../../../src/work/ports/household-files.ts'
import { HUAYANG, JIANGSU, RING } from '../../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk } from '../../../support/real-desk.ts'

let house: RealDesk
let pool: Pool
let files: HouseholdFiles
let dengfeifei: Staff
let number: string

beforeAll(async () => {
  house = await openRealDesk()
  pool = openPool({ url: house.url, role: 'hearth_desk', max: 4 })
  files = householdStore({ pool, ring: RING, clock: { now: house.now } })
  dengfeifei = await house.hire([HUAYANG])
  const resident = house.resident()
  for (const line of ASKING) await resident.says(line)
  const { rows } = await house.desk.listCases(dengfeifei, { list: 'waiting' })
  number = rows[0]?.number ?? ''
})
afterAll(async () => {
  await pool.end()
  await house.close()
})

const aVisit = () => ({
  id: randomUUID(),
  kind: 'service',
  day: '2026-11-20',
  detail: { type: 'visit', minutes: 40 },
  body: { words: '老人气色好多了' },
})

test('a file is opened by the number of its case, and tells who lives there', async () => {
  const head = await files.openHousehold(dengfeifei, number)
  expect(head).toMatchObject({ number, name: '王秀英', street: HUAYANG, adviser: null })
  expect(head.cases).toHaveLength(1)
  const again = await files.openHousehold(dengfeifei, head.id)
  expect(again.id).toBe(head.id)
})

test('a record written twice under one id stands once', async () => {
  const { id } = await files.openHousehold(dengfeifei, number)
  const visit = aVisit()
  const first = await files.addRecord(dengfeifei, id, visit)
  const second = await files.addRecord(dengfeifei, id, visit)
  expect(second).toEqual(first)
  expect(first).toMatchObject({ state: 'done', open: false, body: { words: '老人气色好多了' } })
  const all = await files.listRecords(dengfeifei, id, ['service'])
  expect(all.map((record) => record.id)).toEqual([visit.id])
})

test('of two who change one version the second is told so, and the past is kept', async () => {
  const { id } = await files.openHousehold(dengfeifei, number)
  const due = { id: randomUUID(), kind: 'follow_up', dueOn: '2026-12-20', body: { how: 'visit' } }
  const { version } = await files.addRecord(dengfeifei, id, due)
  const done = await files.changeRecord(dengfeifei, id, due.id, version, {
    state: 'done',
    body: { how: 'phone' },
  })
  expect(done).toMatchObject({ state: 'done', open: false, version: 2, dueOn: '2026-12-20' })
  await expect(
    files.changeRecord(dengfeifei, id, due.id, version, { state: 'missed' }),
  ).rejects.toMatchObject({ code: 'stale' })
  await expect(
    files.changeRecord(dengfeifei, id, due.id, 2, { state: 'due' }),
  ).rejects.toMatchObject({ code: 'bad_request' })
  const past = await files.pastOf(dengfeifei, id, due.id)
  expect(past).toMatchObject([
    { version: 1, state: 'due', body: { how: 'visit' }, detail: { dueOn: '2026-12-20' } },
  ])
})

test('what is due is found across households, soonest first, open ones only', async () => {
  const { id } = await files.openHousehold(dengfeifei, number)
  for (const dueOn of ['2026-12-05', '2026-11-25']) {
    await files.addRecord(dengfeifei, id, {
      ...{ id: randomUUID(), kind: 'follow_up', dueOn, owner: dengfeifei.id, body: {} },
    })
  }
  const found = await files.findRecords(dengfeifei, {
    ...{ kinds: ['follow_up'], open: true, dueUntil: '2026-12-10', owner: dengfeifei.id },
  })
  expect(found.map(({ dueOn }) => dueOn)).toEqual(['2026-11-25', '2026-12-05'])
})

test('another street learns nothing of a household', async () => {
  const { id } = await files.openHousehold(dengfeifei, number)
  const stranger = await house.hire([JIANGSU])
  await expect(files.openHousehold(stranger, number)).rejects.toMatchObject({ code: 'not_found' })
  await expect(files.addRecord(stranger, id, aVisit())).rejects.toMatchObject({ code: 'not_found' })
  expect(await files.findRecords(stranger, { kinds: ['service', 'follow_up'] })).toEqual([])
  expect(await files.headsOf(stranger, [id])).toEqual([])
})

test('every kind begins in a state of its own and moves only among its own', () => {
  for (const { kind, states, open, moves } of FILE_KINDS) {
    expect(Object.keys(moves).sort(), kind).toEqual([...states].sort())
    for (const state of [...open, ...Object.values(moves).flat()]) expect(states).toContain(state)
  }
})

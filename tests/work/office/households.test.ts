import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import { DAY, shanghai } from '../../../src/core/time.ts'
import { householdStore } from '../../../src/edge/storage/household-store.ts'
import { rowsOf } from '../../../src/edge/storage/pool.ts'
import { fileReadings } from '../../../src/work/office/households/read-file.ts'
import type { FileReadings } from '../../../src/work/ports/file-readings.ts'
import type { HouseholdFiles } from '../../../src/work/ports/household-files.ts'
import { HUAYANG, JIANGSU, RING } from '../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk } from '../../support/real-desk.ts'

let house: RealDesk
let files: HouseholdFiles
let file: FileReadings
let feifei: Staff
let household: string
let number: string
beforeAll(async () => {
  house = await openRealDesk()
  files = householdStore({ pool: house.deskPool, ring: RING, clock: { now: house.now } })
  file = fileReadings({ files, now: house.now })
  feifei = await house.hire([HUAYANG])
  const resident = house.resident()
  for (const line of [...ASKING, '2', '4000', '2', '2']) await resident.says(line)
  const { rows } = await house.desk.listCases(feifei, { list: 'waiting' })
  number = rows[0]?.number ?? ''
  household = (await files.openHousehold(feifei, number)).id
})
afterAll(() => house?.close())

test('first pass, confirmed and an assessment without a case stand in one course', async () => {
  await house.desk.claimCase(feifei, number, await versionNow())
  house.pass(60_000)
  await house.desk.confirmAssessment(feifei, number, await versionNow(), '已电话核对')
  house.pass(60_000)
  const before = await file.course(feifei, household)
  expect(before.map(({ kind }) => kind)).toEqual(['first_pass', 'confirmed'])
  const deprived = Object.fromEntries(before[1]?.indicators.map(({ code }) => [code, false]) ?? [])
  const body = { model: 'changning-2020', points: [1, 1], grade: 'none', confirmed: true }
  await files.addRecord(feifei, household, {
    ...{ id: randomUUID(), kind: 'assessment', day: '2026-11-20' },
    body: { ...body, deprived: { ...deprived, hou: true }, answers: {}, note: '' },
  })
  const course = await file.course(feifei, household)
  const last = course.at(-1)
  expect(last).toMatchObject({ kind: 'again', number: null, points: [1, 1], grade: 'none' })
  expect(last?.indicators.find(({ code }) => code === 'hou')).toMatchObject({
    ...{ name: '居住困境', dimension: '物质', value: true },
  })
  expect(last?.changed.length).toBeGreaterThan(0)
})

test('needs follow the assessment that counts now, and help closes the gap', async () => {
  const needs = await file.needs(feifei, household)
  const codes = needs.map(({ code, source }) => [code, source])
  expect(codes).toContainEqual(['hou', 'indicator'])
  expect((await file.ledger(feifei, household)).ledger.gaps).toContain('hou')
  const detail = { kind: 'money', aim: 'floor', from: '2026-11', to: null, every: 'month' }
  await files.addRecord(feifei, household, {
    ...{ id: randomUUID(), kind: 'benefit', amount: 80_000, detail: { ...detail, needs: ['hou'] } },
    body: { item: '租房补贴', department: '房管', note: null },
  })
  const { lines, ledger } = await file.ledger(feifei, household)
  expect(lines).toMatchObject([{ item: '租房补贴', department: '房管', amount: 80_000 }])
  expect(ledger).toMatchObject({ total: 80_000, monthly: 80_000 })
  expect(ledger.gaps).not.toContain('hou')
})

async function versionNow(): Promise<number> {
  const { rows } = await house.desk.listCases(feifei, { list: 'all' })
  return rows.find((row) => row.number === number)?.version ?? 0
}

test('grave need, no service and no word for long: seen on the list, and off it with the first service', async () => {
  const made = (grade: string) =>
    files.addRecord(feifei, household, {
      ...{ id: randomUUID(), kind: 'assessment', day: '2026-11-20', detail: { grade } },
      body: { model: 'changning-2020', points: [8, 8], grade, deprived: {}, answers: {} },
    })
  house.pass(60_000)
  await made('high')
  const seen = async (staff: Staff) => (await file.silent(staff)).map(({ head }) => head.id)
  expect(await seen(feifei)).toEqual([])
  house.pass(181 * DAY)
  expect(await file.silent(feifei)).toMatchObject([
    { head: { id: household, grade: 'high' }, heard: expect.any(Number) },
  ])
  expect(await seen(await house.hire([JIANGSU]))).toEqual([])
  expect(await readings('household.listed', `households:${number}`)).toHaveLength(1)
  const day = shanghai(house.now()).day
  const service = { id: randomUUID(), kind: 'service', day, detail: { type: 'visit' }, body: {} }
  const { version } = await files.addRecord(feifei, household, service)
  expect(await seen(feifei)).toEqual([])
  await files.changeRecord(feifei, household, service.id, version, { state: 'struck' })
  expect(await seen(feifei)).toEqual([household])
  house.pass(60_000)
  await made('low')
  expect(await seen(feifei)).toEqual([])
})

test('a part of a file that nobody opened is a reading of it, once for ten minutes', async () => {
  const colleague = await house.hire([HUAYANG])
  const mine = async () =>
    (await readings('household.read', `household:${household}`)).filter(
      ({ actor }) => actor === colleague.id,
    )
  await files.listRecords(colleague, number, ['member'])
  await files.talksOf(colleague, number)
  expect(await mine()).toHaveLength(1)
  house.pass(11 * 60_000)
  await files.eventsOf(colleague, number)
  expect(await mine()).toHaveLength(2)
  await expect(files.talksOf(await house.hire([JIANGSU]), number)).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await files.findHouseholds(colleague, number)).toHaveLength(1)
  expect(await readings('household.listed', `households:${number}`)).toContainEqual({
    actor: colleague.id,
  })
})

const readings = (act: string, object: string) =>
  rowsOf<{ readonly actor: string }>(
    house.turn,
    {
      name: 'test_readings',
      text: `select actor from audit where act = $1 and object = $2 order by seq`,
    },
    [act, object],
  )

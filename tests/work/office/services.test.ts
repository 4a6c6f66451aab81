import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Service } from '../../../src/work/ports/services.ts'
import { HUAYANG, JIANGSU } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
const homes: string[] = []
beforeAll(async () => {
  real = await openRealOffice()
  for (let count = 0; count < 3; count++) {
    const head = await real.files.openHousehold(real.adviser, await real.asks())
    homes.push(head.id)
  }
})
afterAll(() => real.close())

const aDeed = (households: readonly string[], changes: Partial<Service> = {}): Service => ({
  households: households.map((household) => ({ household, id: randomUUID() })),
  ...{ group: randomUUID(), type: 'group', day: '2026-11-19', minutes: 90, result: 'done' },
  ...{ who: '社工小沈', words: '一起包了馄饨', photos: [] },
  ...changes,
})

test('one group activity for three households stands in the file of each', async () => {
  const { services } = real.office
  const lines = await services.record(real.adviser, aDeed(homes))
  expect(lines.map(({ head }) => head.id)).toEqual(homes)
  expect(new Set(lines.map(({ record }) => record.group)).size).toBe(1)
  for (const home of homes) {
    const own = await services.ofHousehold(real.adviser, home)
    expect(own).toMatchObject([{ record: { state: 'done', body: { words: '一起包了馄饨' } } }])
  }
})

test('a deed sent twice is written once', async () => {
  const { services } = real.office
  const deed = aDeed(homes.slice(0, 1), { type: 'phone', day: '2026-11-18', words: '打过电话' })
  await services.record(real.adviser, deed)
  await services.record(real.adviser, deed)
  const day = { from: '2026-11-18', to: '2026-11-18' }
  expect(await services.list(real.adviser, day)).toHaveLength(1)
})

test('a deed among which is a household of another street is written for none', async () => {
  const { services } = real.office
  const stranger = await real.house.hire([JIANGSU])
  const day = { from: '2026-11-17', to: '2026-11-17' }
  await expect(
    services.record(stranger, aDeed(homes, { day: '2026-11-17' })),
  ).rejects.toMatchObject({ code: 'not_found' })
  const withUnknown = aDeed([homes[0] ?? '', randomUUID()], { day: '2026-11-17' })
  await expect(services.record(real.adviser, withUnknown)).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await services.list(real.adviser, day)).toEqual([])
})

test('a day that has not come is refused by its name', async () => {
  const deed = aDeed(homes, { day: '2026-11-21' })
  await expect(real.office.services.record(real.adviser, deed)).rejects.toMatchObject({
    code: 'bad_request',
    details: { field: 'day' },
  })
})

test('a record is taken back with its reason by who wrote it or leads the street, and by no other', async () => {
  const { services } = real.office
  const [line] = await services.record(real.adviser, aDeed(homes.slice(0, 1), { type: 'visit' }))
  const { id, household } = line?.record ?? { id: '', household: '' }
  const colleague = await real.house.hire([HUAYANG])
  await expect(services.strike(colleague, household, id, 1, '不是我')).rejects.toMatchObject({
    code: 'not_allowed',
  })
  const lead = await real.house.hire([HUAYANG], { role: 'supervisor' })
  const struck = await services.strike(lead, household, id, 1, '记错了人家')
  expect(struck.record).toMatchObject({
    state: 'struck',
    body: { words: '一起包了馄饨', why: '记错了人家' },
  })
  await expect(services.strike(lead, household, id, 1, '再来')).rejects.toMatchObject({
    code: 'stale',
  })
})

test('photos of a household are kept with its own talk', async () => {
  const place = await real.office.services.photosOf(real.adviser, homes[0] ?? '')
  const { conversation } = await real.house.desk.seesCase(real.adviser, place.number)
  expect(place.conversation).toBe(conversation)
})

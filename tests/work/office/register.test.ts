import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import { HUAYANG, JIANGSU } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
let home: string
let lead: Staff
beforeAll(async () => {
  real = await openRealOffice()
  home = (await real.files.openHousehold(real.adviser, await real.asks())).id
  lead = await real.house.hire([HUAYANG], { role: 'supervisor' })
})
afterAll(() => real.close())

const YEAR = { from: '2026-01-01', to: '2026-11-20' }

const mine = async () =>
  (await real.office.register.read(lead, YEAR)).advisers.find(({ id }) => id === real.adviser.id)

test('who is registered stands with the day, and the next change names the version', async () => {
  const { register } = real.office
  expect(await mine()).toMatchObject({ on: null, version: 0 })
  await register.setRegistered(lead, real.adviser.id, { on: '2026-03-01', version: 0 })
  expect(await mine()).toMatchObject({ on: '2026-03-01', version: 1 })
  const late = { on: '2026-04-01', version: 0 }
  await expect(register.setRegistered(lead, real.adviser.id, late)).rejects.toMatchObject({
    code: 'stale',
  })
  await register.setRegistered(lead, real.adviser.id, { on: null, version: 1 })
  expect(await mine()).toMatchObject({ on: null, version: 2 })
})

test('advisers, leads of other streets and days to come are refused', async () => {
  const { register } = real.office
  const what = { on: '2026-03-01', version: 2 }
  await expect(register.setRegistered(real.adviser, real.adviser.id, what)).rejects.toMatchObject({
    code: 'not_allowed',
  })
  const far = await real.house.hire([JIANGSU], { role: 'supervisor' })
  await expect(register.setRegistered(far, real.adviser.id, what)).rejects.toMatchObject({
    code: 'not_found',
  })
  const future = { ...what, on: '2026-11-21' }
  await expect(register.setRegistered(lead, real.adviser.id, future)).rejects.toMatchObject({
    details: { field: 'on' },
  })
})

test('helps are counted from service records of the year, struck ones not', async () => {
  const before = (await mine())?.helps ?? 0
  const record = async (day: string) => {
    const [line] = await real.office.services.record(real.adviser, {
      ...{ households: [{ household: home, id: randomUUID() }], group: null, type: 'visit', day },
      ...{ minutes: null, result: 'done', who: '', words: '', photos: [] },
    })
    return line?.record.id ?? ''
  }
  await record('2026-05-01')
  await record('2025-12-31')
  const wrong = await record('2026-05-02')
  await real.office.services.strike(real.adviser, home, wrong, 1, '记错了')
  expect((await mine())?.helps).toBe(before + 1)
})

test('a household is helped first once, under its adviser, until the mark ends', async () => {
  const { register } = real.office
  const mark = { id: randomUUID(), adviser: real.adviser.id, why: '独居失能' }
  await register.markHousehold(real.adviser, home, mark)
  await register.markHousehold(real.adviser, home, mark)
  const other = { ...mark, id: randomUUID() }
  await expect(register.markHousehold(real.adviser, home, other)).rejects.toMatchObject({
    code: 'stale',
  })
  const { keys } = await register.read(lead, YEAR)
  expect(keys).toMatchObject([{ head: { id: home }, record: { owner: { id: real.adviser.id } } }])
  await register.endMark(lead, home, { id: mark.id, version: 1, reason: '好转' })
  expect((await register.read(lead, YEAR)).keys).toEqual([])
})

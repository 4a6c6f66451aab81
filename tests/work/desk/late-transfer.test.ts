import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import { HOUR } from '../../../src/core/time.ts'
import { HUAYANG, JIANGSU } from '../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk } from '../../support/real-desk.ts'

/** Another street was asked on a Friday morning: Monday morning is one working day later. */

let house: RealDesk
let adviser: Staff
let linjing: Staff
let lead: Staff
let chief: Staff
beforeAll(async () => {
  house = await openRealDesk()
  adviser = await house.hire([HUAYANG])
  linjing = await house.hire([JIANGSU])
  lead = await house.hire([JIANGSU], { role: 'supervisor' })
  chief = await house.hire([], { role: 'district' })
})
afterAll(() => house.close())

async function anOffer(): Promise<string> {
  const resident = house.resident()
  for (const text of ASKING) await resident.says(text)
  const { rows } = await house.desk.listCases(adviser, { list: 'waiting' })
  const row = rows.find(({ transfer }) => transfer === null)
  if (!row) throw new Error('no case')
  const ask = { street: JIANGSU, person: null, reason: 'moved', note: '', parts: [] } as const
  await house.desk.offerTransfer(adviser, row.number, row.version, ask)
  return row.number
}

const called = async (who: Staff, number: string) =>
  (await house.desk.listNotices(who)).filter(
    (each) => each.number === number && each.kind === 'late',
  ).length

test('after a working day without an answer the leads, the district and the sender are called once', async () => {
  const waiting = await anOffer()
  const answered = await anOffer()
  const { row } = await house.desk.readCase(linjing, answered)
  await house.desk.acceptTransfer(linjing, answered, row.version)
  house.pass(50 * HOUR)
  await house.rounds()
  expect(await called(chief, waiting)).toBe(0)
  house.pass(30 * HOUR)
  await house.rounds()
  await house.rounds()
  for (const who of [chief, lead, adviser]) expect(await called(who, waiting)).toBe(1)
  expect(await called(linjing, waiting)).toBe(0)
  expect(await called(chief, answered)).toBe(0)
  const { events } = await house.desk.readCase(adviser, waiting)
  expect(events.filter(({ kind }) => kind === 'transfer_late')).toHaveLength(1)
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HUAYANG, JIANGSU } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
let household: string
beforeAll(async () => {
  real = await openRealOffice()
  household = (await real.files.openHousehold(real.adviser, await real.asks())).id
})
afterAll(() => real.close())

test('a complaint goes to the lead of the street with its 15 days, and to no adviser', async () => {
  const { office, house, adviser } = real
  const lead = await house.hire([HUAYANG], { role: 'supervisor' })
  const far = await house.hire([JIANGSU], { role: 'supervisor' })
  const colleague = await house.hire([HUAYANG])
  const what = { id: randomUUID(), against: colleague.id, words: '来了两次都没说话' }
  expect(await office.complaints.bring(adviser, household, what)).toBe('2026-12-05')
  expect(await office.complaints.list(lead)).toMatchObject([
    { id: what.id, words: '来了两次都没说话', dueOn: '2026-12-05', result: null },
  ])
  expect((await house.desk.listNotices(lead)).map(({ kind }) => kind)).toEqual(['complaint'])
  expect(await office.complaints.list(far)).toEqual([])
  await expect(office.complaints.list(colleague)).rejects.toMatchObject({ code: 'not_allowed' })
})

test('a lead who is complained of does not see it; the district does and is called', async () => {
  const { office, house, adviser } = real
  const lead = await house.hire([HUAYANG], { role: 'supervisor' })
  const district = await house.hire([], { role: 'district' })
  const id = randomUUID()
  await office.complaints.bring(adviser, household, { id, against: lead.id, words: '主管骂人' })
  const seen = async (staff: typeof lead) =>
    (await office.complaints.list(staff)).map((each) => each.id)
  expect(await seen(lead)).not.toContain(id)
  expect(await seen(district)).toContain(id)
  expect((await house.desk.listNotices(lead)).map(({ kind }) => kind)).toEqual([])
  const how = { result: 'upheld', words: '已道歉' } as const
  await expect(office.complaints.settle(lead, id, 1, how)).rejects.toMatchObject({
    code: 'not_found',
  })
  await office.complaints.settle(district, id, 1, how)
  const [settled] = (await office.complaints.list(district)).filter((each) => each.id === id)
  expect(settled).toMatchObject({ result: 'upheld', answer: '已道歉', words: '主管骂人' })
})

test('brought twice under one id it stands once', async () => {
  const { office, house, adviser } = real
  const lead = await house.hire([HUAYANG], { role: 'supervisor' })
  const what = { id: randomUUID(), against: null, words: '等太久' }
  await office.complaints.bring(adviser, household, what)
  await office.complaints.bring(adviser, household, what)
  const all = await office.complaints.list(lead)
  expect(all.filter(({ id }) => id === what.id)).toHaveLength(1)
  expect(await house.desk.listNotices(lead)).toHaveLength(1)
})

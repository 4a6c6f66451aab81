import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import type { CheckLine, Sample } from '../../../src/work/ports/supervision.ts'
import { HUAYANG, JIANGSU } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
let home: string
let lead: Staff
beforeAll(async () => {
  real = await openRealOffice()
  home = (await real.files.openHousehold(real.adviser, await real.asks())).id
  lead = await real.house.hire([HUAYANG], { role: 'supervisor', name: '陈主任' })
})
afterAll(() => real.close())

/** Each test draws from a day of its own. */
let day = 1
const aDay = () => `2026-10-${String(day++).padStart(2, '0')}`

async function write(staff: Staff, on: string, count: number) {
  for (let at = 0; at < count; at++) {
    await real.office.services.record(staff, {
      ...{ households: [{ household: home, id: randomUUID() }], group: null, type: 'phone' },
      ...{ day: on, minutes: 5, result: 'done', who: '', words: `第 ${at} 次电话`, photos: [] },
    })
  }
}

const aSample = (on: string, changes: Partial<Sample> = {}): Sample => ({
  ...{ id: randomUUID(), from: on, to: on, percent: 20, least: 1, ...changes },
})

const atOf = ({ check }: CheckLine) => ({
  ...{ household: check.household, id: check.id, version: check.version },
})

const GOOD = { pass: true, score: 90, comment: '写得清楚', dueOn: null }
const BAD = { pass: false, score: 40, comment: '没写见到了谁', dueOn: null }

test('a sample takes a share of what each person wrote, once, and never one’s own', async () => {
  const on = aDay()
  await write(real.adviser, on, 8)
  await write(lead, on, 3)
  const sample = aSample(on)
  const drawn = await real.office.supervision.draw(lead, sample)
  expect(drawn.map(({ author }) => author)).toEqual([real.adviser.id, real.adviser.id])
  const again = await real.office.supervision.draw(lead, sample)
  expect(again.map(({ check }) => check.id)).toEqual(drawn.map(({ check }) => check.id))
  const next = await real.office.supervision.draw(lead, aSample(on, { percent: 100 }))
  const before = drawn.map(({ record }) => record?.id)
  expect(next).toHaveLength(6)
  expect(next.some(({ record }) => before.includes(record?.id))).toBe(false)
})

test('a record goes back to its author with the reason, is corrected, and is looked at again', async () => {
  const on = aDay()
  await write(real.adviser, on, 1)
  const { supervision } = real.office
  const [drawn] = await supervision.draw(lead, aSample(on))
  if (!drawn) throw new Error('nothing was drawn')
  const returned = await supervision.judge(lead, atOf(drawn), BAD)
  expect(returned.check).toMatchObject({
    ...{ state: 'returned', open: true, dueOn: '2026-11-25' },
    owner: { id: real.adviser.id },
    body: { words: '没写见到了谁' },
  })
  const due = await real.files.findRecords(real.adviser, {
    ...{ kinds: ['check'], open: true, owner: real.adviser.id },
  })
  expect(due.map(({ id }) => id)).toContain(returned.check.id)

  const corrected = await supervision.correct(real.adviser, atOf(returned), {
    ...{ answer: '补上了', words: '和王秀英通了电话' },
  })
  expect(corrected.check).toMatchObject({ state: 'corrected', owner: { id: lead.id } })
  expect(corrected.record?.body).toMatchObject({ words: '和王秀英通了电话' })
  const past = await real.files.pastOf(lead, home, corrected.record?.id ?? '')
  expect(past[0]?.body).toMatchObject({ words: '第 0 次电话' })

  const passed = await supervision.judge(lead, atOf(corrected), GOOD)
  expect(passed.check).toMatchObject({ state: 'passed', open: false })
  expect(passed.check.body).toMatchObject({
    said: [{ score: 40 }, { answer: '补上了' }, { score: 90 }],
  })
})

test('a return needs its reason, and a verdict on what somebody changed meanwhile is refused', async () => {
  const on = aDay()
  await write(real.adviser, on, 1)
  const { supervision } = real.office
  const [drawn] = await supervision.draw(lead, aSample(on))
  if (!drawn) throw new Error('nothing was drawn')
  await expect(supervision.judge(lead, atOf(drawn), { ...BAD, comment: '' })).rejects.toMatchObject(
    { details: { field: 'comment' } },
  )
  await supervision.judge(lead, atOf(drawn), GOOD)
  await expect(supervision.judge(lead, atOf(drawn), BAD)).rejects.toMatchObject({ code: 'stale' })
})

test('advisers draw and judge nothing; nobody judges what they wrote; only the author corrects', async () => {
  const on = aDay()
  const { supervision } = real.office
  await expect(supervision.draw(real.adviser, aSample(on))).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await write(lead, on, 1)
  const other = await real.house.hire([HUAYANG], { role: 'supervisor', name: '周科长' })
  const [drawn] = await supervision.draw(other, aSample(on))
  if (!drawn) throw new Error('nothing was drawn')
  await expect(supervision.judge(lead, atOf(drawn), GOOD)).rejects.toMatchObject({
    code: 'same_person',
  })
  const returned = await supervision.judge(other, atOf(drawn), BAD)
  await expect(
    supervision.correct(real.adviser, atOf(returned), { answer: '我来', words: null }),
  ).rejects.toMatchObject({ code: 'not_allowed' })
})

test('an adviser sees what concerns own records; another street sees nothing', async () => {
  const { supervision } = real.office
  const all = { from: '2026-10-01', to: '2026-11-20' }
  const seen = await supervision.list(real.adviser, all)
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.every(({ author }) => author === real.adviser.id)).toBe(true)
  const far = await real.house.hire([JIANGSU], { role: 'supervisor' })
  expect(await supervision.list(far, all)).toEqual([])
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import { DAY, MINUTE } from '../../../src/core/time.ts'
import type { AidForm, AidLine } from '../../../src/work/ports/aid.ts'
import { HUAYANG, JIANGSU } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

/** Urgent aid over the real store: two persons, one ledger, papers after. */

let real: RealOffice
let second: Staff
let lead: Staff
let committee: string
beforeAll(async () => {
  real = await openRealOffice()
  second = await real.house.hire([HUAYANG], { name: '姜胤' })
  lead = await real.house.hire([HUAYANG], { role: 'supervisor' })
  const head = await real.files.openHousehold(real.adviser, await real.asks())
  committee = head.committee ?? ''
  await real.office.cash.setLimit(lead, { committee, street: HUAYANG }, 2_000_00)
  await real.office.cash.topUp(lead, committee, { id: randomUUID(), amount: 5_000_00 })
})
afterAll(() => real.close())

const FORM: AidForm = {
  ...{ name: '王秀英', idNumber: '310105194401010021', phone: '13800134821' },
  ...{ home: '华院居委某弄', registered: '', people: '2', story: '药快断了' },
}
const PHOTO = { number: '0000-0000', id: randomUUID() }

const at = ({ record: { household, id, version } }: AidLine) => ({ household, id, version })

async function begun(): Promise<AidLine> {
  const { id } = await real.files.openHousehold(real.adviser, await real.asks())
  return real.office.aid.begin(real.adviser, id, { id: randomUUID(), cause: 'illness', words: '' })
}

async function filled(): Promise<AidLine> {
  const { aid } = real.office
  const verified = await aid.verify(real.adviser, at(await begun()), {
    seen: 'card',
    lives: 'visit',
  })
  return aid.fill(real.adviser, at(verified), FORM)
}

const sum = async () => (await real.office.cash.book(lead, committee)).sum

test('the form is filled from the file, and the same aid is not begun twice', async () => {
  const first = await begun()
  expect(first.form).toMatchObject({ name: '王秀英', phone: '13800134821' })
  const again = { id: randomUUID(), cause: 'other', words: '' } as const
  const same = await real.office.aid.begin(second, first.head.id, again)
  expect(same.record.id).toBe(first.record.id)
})

test('paid by two persons, with receipt and papers after, each step with its time', async () => {
  const { aid, cash } = real.office
  const before = await sum()
  const form = await filled()
  real.house.pass(10 * MINUTE)
  const asked = await aid.ask(real.adviser, at(form), 800_00)
  await expect(aid.pay(real.adviser, at(asked))).rejects.toMatchObject({ code: 'same_person' })
  real.house.pass(5 * MINUTE)
  const paid = await aid.pay(second, at(asked))
  expect(paid.record).toMatchObject({ state: 'paid', dueOn: '2026-11-27', amount: 800_00 })
  expect(paid.missing).toEqual(['identity_card', 'application', 'signed_receipt'])
  const { account, lines } = await cash.book(lead, committee)
  expect(lines[0]).toMatchObject({ amount: -800_00, first: { id: real.adviser.id } })
  expect([account.balance, await sum()]).toEqual([before - 800_00, before - 800_00])

  await expect(aid.finish(real.adviser, at(paid))).rejects.toMatchObject({
    code: 'papers_missing',
    details: { field: 'signed_receipt' },
  })
  let line = await aid.receipt(real.adviser, at(paid), PHOTO)
  for (const type of ['identity_card', 'application']) {
    line = await aid.addPaper(real.adviser, at(line), { type, photo: PHOTO })
  }
  real.house.pass(8 * DAY)
  expect((await aid.read(second, line.head.id, line.record.id)).late).toBe(true)
  const done = await aid.finish(real.adviser, at(line))
  expect(done).toMatchObject({ record: { state: 'done' }, missing: [], late: false })
  const times = await aid.times(lead)
  expect(times.find(({ step }) => step === 'paid')).toEqual({ step: 'paid', count: 1, median: 15 })
})

test('more than the limit, more than there is, and nothing at all are refused by the name of the field', async () => {
  const { aid } = real.office
  const form = await filled()
  const before = await sum()
  await expect(aid.ask(real.adviser, at(form), 2_000_01)).rejects.toMatchObject({
    code: 'over_limit',
    details: { field: 'amount' },
  })
  await expect(aid.ask(real.adviser, at(form), 0)).rejects.toMatchObject({
    details: { field: 'amount' },
  })
  await real.office.cash.setLimit(lead, { committee, street: HUAYANG }, 100_000_00)
  await expect(aid.ask(real.adviser, at(form), before + 1)).rejects.toMatchObject({
    code: 'too_little_cash',
    details: { field: 'amount' },
  })
  await real.office.cash.setLimit(lead, { committee, street: HUAYANG }, 2_000_00)
  expect(await sum()).toBe(before)
})

test('nothing is asked for before it is known who it is, and before the form is filled', async () => {
  const { aid } = real.office
  const first = await begun()
  await expect(aid.ask(real.adviser, at(first), 100_00)).rejects.toMatchObject({
    details: { field: 'seen' },
  })
  const verified = await aid.verify(real.adviser, at(first), { seen: 'known', lives: 'committee' })
  await expect(aid.ask(real.adviser, at(verified), 100_00)).rejects.toMatchObject({
    details: { field: 'form' },
  })
})

test('payments at the same moment never take more than there is', async () => {
  const { aid, cash } = real.office
  const all = await sum()
  const each = 1_500_00
  const asked: AidLine[] = []
  for (let count = 0; count < 4; count++) {
    asked.push(await aid.ask(real.adviser, at(await filled()), each))
  }
  const paid = await Promise.allSettled(asked.map((line) => aid.pay(second, at(line))))
  const went = paid.filter(({ status }) => status === 'fulfilled').length
  expect(went).toBe(Math.floor(all / each))
  expect(went).toBeLessThan(4)
  for (const each of paid.filter((one) => one.status === 'rejected')) {
    expect(each.reason).toMatchObject({ code: 'too_little_cash' })
  }
  const { account, lines, sum: total } = await cash.book(lead, committee)
  expect(account.balance).toBe(total)
  expect(lines.every(({ balance }) => balance >= 0)).toBe(true)
  const inOrder = lines.toReversed()
  expect(inOrder.map(({ seq }) => seq)).toEqual(inOrder.map((_, count) => count + 1))
})

test('the same payment pressed twice at once is paid once', async () => {
  const { aid, cash } = real.office
  await cash.topUp(lead, committee, { id: randomUUID(), amount: 2_000_00 })
  const asked = await aid.ask(real.adviser, at(await filled()), 100_00)
  const before = await sum()
  const twice = await Promise.allSettled([aid.pay(second, at(asked)), aid.pay(lead, at(asked))])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await sum()).toBe(before - 100_00)
})

test('money put in twice with the same id stands once in the ledger', async () => {
  const { cash } = real.office
  const before = await sum()
  const line = { id: randomUUID(), amount: 10_00 }
  await cash.topUp(lead, committee, line)
  await cash.topUp(lead, committee, line)
  expect(await sum()).toBe(before + 10_00)
})

test('a refusal keeps its reasons, and another street sees neither aid nor account', async () => {
  const { aid, cash } = real.office
  const first = await begun()
  const refused = await aid.refuse(real.adviser, at(first), { reasons: ['covered'], words: '医保' })
  expect(refused.record).toMatchObject({ state: 'refused', open: false })
  expect(refused.record.detail).toMatchObject({ refused: ['covered'] })
  const stranger = await real.house.hire([JIANGSU], { role: 'supervisor' })
  const gone = { code: 'not_found' }
  await expect(aid.read(stranger, first.head.id, first.record.id)).rejects.toMatchObject(gone)
  await expect(cash.book(stranger, committee)).rejects.toMatchObject(gone)
  const line = { id: randomUUID(), amount: 1 }
  await expect(cash.topUp(stranger, committee, line)).rejects.toMatchObject(gone)
})

test('who pays daily neither fills an account nor sets its limit', async () => {
  const { cash } = real.office
  const not = { code: 'not_allowed' }
  const line = { id: randomUUID(), amount: 1 }
  await expect(cash.topUp(real.adviser, committee, line)).rejects.toMatchObject(not)
  const at = { committee, street: HUAYANG }
  await expect(cash.setLimit(real.adviser, at, 9_000_00)).rejects.toMatchObject(not)
})

test('the letter of a refusal names the law, and the government that reviews it', async () => {
  const { aid } = real.office
  const how = { reasons: ['elsewhere'], words: '' } as const
  const { head, record } = await aid.refuse(real.adviser, at(await begun()), how)
  const letter = await aid.refusal(real.adviser, head.id, record.id)
  expect(letter.reasons).toEqual([expect.stringContaining('《上海市社会救助条例》')])
  expect(letter.review).toContain('向长宁区人民政府申请行政复议')
})

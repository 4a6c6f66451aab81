import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../../src/core/people/role.ts'
import { DAY, HOUR, MINUTE } from '../../../../src/core/time.ts'
import type { App } from '../../../../src/edge/http/parts.ts'
import { caseWrites } from '../../../../src/edge/storage/cases/case-writes.ts'
import { findingsStore } from '../../../../src/edge/storage/cases/tell-findings.ts'
import { transaction } from '../../../../src/edge/storage/transaction.ts'
import { DISTRICT, HUAYANG, JIANGSU, RING } from '../../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk, type Resident } from '../../../support/real-desk.ts'
import { openGate, type SignedIn, signIn } from './signed-in.ts'

/** Putting aside, noting from the talk, guesses of the house, shared phrases. */

let house: RealDesk
let app: App
let feifei: Staff
let desk: SignedIn
let colleague: SignedIn
let lead: SignedIn
let far: SignedIn
beforeAll(async () => {
  house = await openRealDesk()
  app = await openGate(house)
  feifei = await house.hire([HUAYANG], { name: '邓菲菲' })
  desk = await signIn(app, house, feifei)
  colleague = await signIn(app, house, await house.hire([HUAYANG]))
  lead = await signIn(app, house, await house.hire([HUAYANG], { role: 'supervisor' }))
  far = await signIn(app, house, await house.hire([JIANGSU]))
})
afterAll(async () => {
  await app.close()
  await house.close()
})

type Claimed = { readonly number: string; readonly version: number; readonly resident: Resident }

async function aClaimed(): Promise<Claimed> {
  const resident = house.resident()
  for (const text of ASKING) await resident.says(text)
  const { body } = await desk.get('/queue')
  const [row] = body.cases
  const claimed = await desk.post(`/cases/${row.number}/claim`, { version: row.version })
  return { number: row.number, version: claimed.body.version, resident }
}

const mine = async (filter = '') => {
  const { body } = await desk.get(`/queue?status=mine${filter}`)
  return { ...body, numbers: body.cases.map(({ number }: { number: string }) => number) }
}
const at = (ahead: number) => new Date(house.now() + ahead).toISOString()

test('what is put aside leaves the list until its time, then comes back by itself', async () => {
  const { number, version } = await aClaimed()
  await desk.post(`/cases/${number}/contact-try`, { how: 'phone', reached: true })
  const before = await mine()
  const { body } = await desk.get(`/cases/${number}`)
  const how = {
    version: body.case.version,
    until: at(15 * MINUTE),
    reason: 'papers',
    note: '等发票',
  }
  expect((await desk.post(`/cases/${number}/snooze`, how)).status).toBe(200)
  const after = await mine()
  expect(after.numbers).not.toContain(number)
  expect(after.counts.snoozed).toBe(before.counts.snoozed + 1)
  expect(after.lists.mine).toBe(before.lists.mine - 1)
  expect(after.wakes).toBe(how.until)
  expect((await mine('&filter=snoozed')).numbers).toContain(number)
  const opened = (await desk.get(`/cases/${number}`)).body
  expect(opened.case.snoozed).toBe(how.until)
  expect(opened.timeline.at(-1)).toMatchObject({ kind: 'snoozed', words: '等发票' })
  expect(opened.timeline.at(-1).sentence).toContain('等材料')
  house.pass(16 * MINUTE)
  expect((await mine()).numbers).toContain(number)
  expect(version).toBeGreaterThan(0)
})

test('a word of the resident brings a case back, also while a person has the floor', async () => {
  const { number, resident } = await aClaimed()
  const aside = async () => {
    const { version } = (await desk.get(`/cases/${number}`)).body.case
    await desk.post(`/cases/${number}/snooze`, { version, until: at(HOUR) })
    expect((await mine()).numbers).not.toContain(number)
  }
  await aside()
  await resident.says('我还想起来一件事')
  expect((await mine()).numbers).toContain(number)
  await desk.post(`/cases/${number}/take-over`, { id: randomUUID() })
  await aside()
  await desk.post(`/cases/${number}/say`, { id: randomUUID(), text: '您慢慢说' })
  expect((await mine()).numbers).not.toContain(number)
  await resident.says('老伴刚才摔了一下')
  expect((await mine()).numbers).toContain(number)
})

test('only who has the case puts it aside, into the future, at most thirty days', async () => {
  const { number, version } = await aClaimed()
  const put = (until: string | null, who = desk) =>
    who.post(`/cases/${number}/snooze`, { version, until })
  expect((await put(at(HOUR), colleague)).status).toBe(409)
  expect((await put(at(HOUR), far)).status).toBe(404)
  expect((await put(at(-HOUR))).status).toBe(400)
  expect((await put(at(31 * DAY))).status).toBe(400)
  expect((await put('tomorrow')).status).toBe(400)
})

test('words of the talk fill a slot, with the sentence as the reason', async () => {
  const { number, resident } = await aClaimed()
  await resident.says('我每个月退休金就2300块')
  const { capturable, transcript } = (await desk.get(`/cases/${number}`)).body
  const slots = new Map(capturable.map((each: { slot: string }) => [each.slot, each]))
  expect(slots.get('income')).toMatchObject({ label: '每月收入', kind: 'money' })
  expect(slots.get('receives')).toMatchObject({ kind: 'choices' })
  for (const { label, options } of capturable) {
    expect(label).toMatch(/\p{Script=Han}/u)
    for (const option of options) expect(option.label, option.code).toMatch(/\p{Script=Han}/u)
  }
  const { seq, text } = transcript.findLast(({ from }: { from: string }) => from === 'resident')
  const quote = '退休金就2300块'
  const what = { slot: 'income', value: 2300, seq, quote }
  expect((await desk.post(`/cases/${number}/capture`, what)).status).toBe(200)
  const { assessment, answers } = (await desk.get(`/cases/${number}`)).body
  expect(answers.find(({ slot }: { slot: string }) => slot === 'income').captured.reads).toBe(
    '2300',
  )
  const income = assessment.indicators.find(({ code }: { code: string }) => code === 'inc')
  const start = text.indexOf(quote)
  expect(income.evidence).toContainEqual(
    expect.objectContaining({ seq, span: [start, start + quote.length], text: quote }),
  )
})

test('a name, a phone and an address that were noted stand, are found, and survive what comes later', async () => {
  const { number, resident } = await aClaimed()
  const note = (slot: string, value: string) =>
    desk.post(`/cases/${number}/capture`, { slot, value, seq: 1, quote: value })
  expect((await note('name', '欧阳雪梅')).status).toBe(200)
  expect((await note('phone', '13911117788')).status).toBe(200)
  expect((await note('address', '牡丹花苑3号楼')).status).toBe(200)
  expect((await note('phone', '不知道')).status).toBe(400)
  await resident.says('我还想补充一句，谢谢')
  const { subject, timeline } = (await desk.get(`/cases/${number}`)).body
  expect(subject).toMatchObject({
    name: '欧阳雪梅',
    phone: '139****7788',
    address: '牡丹花苑3号楼',
  })
  expect(JSON.stringify(timeline)).not.toContain('13911117788')
  for (const q of ['欧阳', '7788']) {
    const { body } = await desk.get(`/queue?status=all&q=${encodeURIComponent(q)}`)
    expect(body.cases.map((each: Claimed) => each.number)).toContain(number)
    expect(body.cases[0].name).toBe('欧阳雪梅')
  }
  const { body } = await desk.post(`/cases/${number}/reveal`, { reason: 'call' })
  expect(body.phone).toBe('13911117788')
})

test('what was noted about a person goes with an erasure', async () => {
  const { number } = await aClaimed()
  const what = { slot: 'name', value: '司马光远', seq: 1, quote: '司马光远' }
  await desk.post(`/cases/${number}/capture`, what)
  const { id } = await house.desk.seesCase(feifei, number)
  const noted = async () =>
    (await house.turn.query('select noted from help_case where id = $1', [id])).rows[0].noted
  expect(await noted()).not.toBeNull()
  await transaction(house.turn, null, (tx) =>
    caseWrites(tx, RING).eraseCase(DISTRICT, id, house.now()),
  )
  expect(await noted()).toBeNull()
  const { body } = await desk.get(`/queue?status=all&q=${encodeURIComponent('司马')}`)
  expect(body.cases).toEqual([])
})

test('either half of a number finds the case', async () => {
  const { number } = await aClaimed()
  for (const half of number.split('-')) {
    const { body } = await desk.get(`/queue?status=all&q=${half}`)
    expect(body.cases.map((each: Claimed) => each.number)).toContain(number)
  }
})

test('a guess of the house is shown as one, and a person settles it once', async () => {
  const { number } = await aClaimed()
  const { id } = await house.desk.seesCase(await house.hire([HUAYANG]), number)
  const findings = findingsStore(house.turn, RING)
  const line = { case: id, at: house.now() }
  const detail = { code: 'edu', who: 'grandchild', rule: 'model' }
  await findings.note({ ...line, kind: 'need_suspected', detail })
  const paper = { file: '0d0b3b1e-0000-4000-8000-000000000001', document: 'receipt' }
  const words = { quote: '收费票据 合计 860.00', amount: 860 }
  await findings.note({ ...line, kind: 'photo_read', detail: paper, words })
  const { suspects } = (await desk.get(`/cases/${number}`)).body
  expect(suspects.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
    '疑似孙辈有“教育困境”（模型猜测，没有人确认）',
    '疑似收费单据，金额 860 元（从照片读出，没有人核对）',
  ])
  const [need, photo] = suspects
  const settle = (seq: number, body: object, who = desk) =>
    who.post(`/cases/${number}/suspects/${seq}`, body)
  expect((await settle(need.seq, { confirmed: true })).status).toBe(400)
  expect((await settle(need.seq, { confirmed: true, reason: 'x' }, far)).status).toBe(404)
  const yes = { confirmed: true, reason: '电话里问过，学费欠了一学期' }
  expect((await settle(need.seq, yes)).status).toBe(200)
  expect((await settle(need.seq, { confirmed: false })).status).toBe(409)
  expect((await settle(photo.seq, { confirmed: false })).status).toBe(200)
  expect((await settle(999, { confirmed: false })).status).toBe(404)
  const after = (await desk.get(`/cases/${number}`)).body
  expect(after.suspects[0].settled).toMatchObject({ confirmed: true, by: '邓菲菲' })
  expect(after.suspects[1].settled).toMatchObject({ confirmed: false })
  const schooling = after.assessment.indicators.find(({ code }: { code: string }) => code === 'edu')
  expect(schooling.decided).toMatchObject({ value: true, reason: yes.reason })
  const said = after.timeline.map(({ sentence }: { sentence: string }) => sentence)
  expect(said).toContain('邓菲菲 核对过，确是“教育困境”')
})

test('a street shares phrases: its lead keeps them, authors their own, others only use them', async () => {
  const write = (who: SignedIn, street: string | null) =>
    who.post('/phrases', { title: '要带的材料', text: '请带身份证和收据', street })
  const shared = (await write(desk, HUAYANG)).body
  const change = { title: '要带的材料', text: '请带身份证、户口簿和收据' }
  expect((await colleague.post(`/phrases/${shared.id}`, change)).status).toBe(404)
  expect((await far.post(`/phrases/${shared.id}`, change)).status).toBe(404)
  expect((await lead.post(`/phrases/${shared.id}`, change)).body.text).toBe(change.text)
  const seen = (await colleague.get('/phrases')).body.phrases
  const found = seen.find(({ id }: { id: string }) => id === shared.id)
  expect(found).toMatchObject({ text: change.text, mine: false, street: HUAYANG })
  expect((await far.get('/phrases')).body.phrases).toEqual([])
  expect((await write(far, HUAYANG)).status).toBe(403)
  const own = (await write(colleague, null)).body
  expect((await lead.drop(`/phrases/${own.id}`)).status).toBe(404)
  expect((await lead.drop(`/phrases/${shared.id}`)).status).toBe(204)
  const chief = await signIn(app, house, await house.hire([], { role: 'district' }))
  const wide = await write(chief, HUAYANG)
  expect(wide.status).toBe(200)
  expect((await desk.get('/phrases')).body.phrases).toContainEqual(
    expect.objectContaining({ id: wide.body.id }),
  )
})

// Last: after ten days everybody must sign in again.
test('a clock that runs out brings a case back, and taking it back does so at once', async () => {
  const { number, version } = await aClaimed()
  const long = { version, until: at(20 * DAY), reason: 'office' }
  const { body } = await desk.post(`/cases/${number}/snooze`, long)
  expect((await mine()).numbers).not.toContain(number)
  house.pass(10 * DAY)
  desk = await signIn(app, house, feifei)
  expect((await mine()).numbers).toContain(number)
  house.pass(-10 * DAY)
  await desk.post(`/cases/${number}/snooze`, { version: body.version, until: null })
  expect((await mine()).numbers).toContain(number)
})

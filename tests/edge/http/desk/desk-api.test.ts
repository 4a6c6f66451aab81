import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../../src/core/people/role.ts'
import { HOUR, SECOND } from '../../../../src/core/time.ts'
import type { App } from '../../../../src/edge/http/parts.ts'
import { HUAYANG, JIANGSU } from '../../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk, type Resident } from '../../../support/real-desk.ts'
import { openGate, type SignedIn, signIn } from './signed-in.ts'

/** The desk's API over the real store and the real bot. */

let house: RealDesk
let app: App
let feifei: Staff
let min: Staff
let linjing: Staff
let lead: Staff
let desk: SignedIn
let colleague: SignedIn
let far: SignedIn
let supervisor: SignedIn
beforeAll(async () => {
  house = await openRealDesk()
  app = await openGate(house)
  feifei = await house.hire([HUAYANG], { name: '邓菲菲' })
  min = await house.hire([HUAYANG], { name: '张敏' })
  linjing = await house.hire([JIANGSU], { name: '林静' })
  lead = await house.hire([HUAYANG], { name: '高远', role: 'supervisor' })
  desk = await signIn(app, house, feifei)
  colleague = await signIn(app, house, min)
  far = await signIn(app, house, linjing)
  supervisor = await signIn(app, house, lead)
})
afterAll(async () => {
  await app.close()
  await house.close()
})

type Asked = { readonly resident: Resident; readonly number: string; readonly version: number }

let asked = 0

/** A resident of 华阳路 with a name and a number of its own, somewhere in the questions. */
async function aRequest(says: readonly string[] = []): Promise<Asked> {
  const resident = house.resident()
  const tail = String(1000 + ++asked)
  const own: Record<string, string> = {
    王秀英: `王秀${'一二三四五六七八九十'[asked % 10]}${asked}`,
  }
  own['13800134821'] = `1380013${tail}`
  for (const text of [...ASKING, ...says]) await resident.says(own[text] ?? text)
  const { body } = await desk.get(`/queue?q=${tail}&status=all`)
  const row = body.cases[0]
  return { resident, number: row.number, version: row.version }
}

async function aClaimed(says: readonly string[] = []): Promise<Asked> {
  const { resident, number, version } = await aRequest(says)
  const { body } = await desk.post(`/cases/${number}/claim`, { version })
  return { resident, number, version: body.version }
}

const open = async (number: string, who = desk) => (await who.get(`/cases/${number}`)).body

test('who is at the desk learns all that a screen needs once', async () => {
  await colleague.post('/duty', { on: true })
  const { body } = await desk.get('/me')
  expect(body).toMatchObject({ name: '邓菲菲', role: 'adviser', duty: false })
  expect(body.streets).toEqual([{ code: HUAYANG, name: '华阳路街道' }])
  expect(body.everyStreet.length).toBe(10)
  const found = body.colleagues.find(({ id }: Staff) => id === min.id)
  expect(found).toMatchObject({ name: '张敏', pinyin: 'zhangmin zm', duty: true })
  for (const list of Object.values<{ code: string; label: string }[]>(body.lists)) {
    expect(list.length).toBeGreaterThan(0)
    for (const { code, label } of list) expect(label).not.toBe(code)
  }
})

test('a row says who, how urgent, and why it stands where it stands', async () => {
  const { number } = await aRequest()
  const { body } = await desk.get('/queue')
  const row = body.cases.find((each: Asked) => each.number === number)
  expect(row.phone).toMatch(/^138\*{4}\d{4}$/)
  expect(row).toMatchObject({ forWhomLabel: '本人', streetName: '华阳路街道', tries: 0 })
  expect(row.why.sentence).toContain('首次联系时限')
  expect(row.route.sentence).toMatch(/华院|华阳路/)
  expect(row.acknowledge).toMatchObject({ met: null, breached: false, paused: false })
  expect(body.counts.all).toBe(body.lists.waiting)
})

test('a person is found by the name, a part of it, the surname, the number and four digits', async () => {
  const { number } = await aRequest()
  const { body } = await desk.get(`/cases/${number}`)
  const { name, phone } = body.subject
  const typed = [name, name.slice(0, 2), name[0], name.slice(1), number, number.replace('-', '')]
  for (const q of [...typed, phone.slice(-4), number.slice(0, 4)]) {
    const found = await desk.get(`/queue?q=${encodeURIComponent(q)}`)
    expect(
      found.body.cases.map((each: Asked) => each.number),
      q,
    ).toContain(number)
    const foreign = await far.get(`/queue?status=all&q=${encodeURIComponent(q)}`)
    expect(foreign.body.cases, q).toEqual([])
  }
  expect((await desk.get('/queue?q=%E6%9D%8E%E6%98%8E')).body.cases).toEqual([])
})

test('filters show what they count', async () => {
  await aRequest()
  for (const filter of ['overdue', 'today', 'high', 'unfinished', 'transferred', 'crisis']) {
    for (const status of ['waiting', 'mine', 'all']) {
      const { status: code, body } = await desk.get(`/queue?filter=${filter}&status=${status}`)
      expect(code).toBe(200)
      expect(body.cases.length, `${filter} ${status}`).toBe(Math.min(50, body.counts[filter]))
    }
  }
})

test('a case is opened with its evidence, and a click finds the words', async () => {
  const { number } = await aRequest(['两个人', '1', '三千六', '对', '2'])
  const body = await open(number)
  const messages = new Map(body.transcript.map((each: { seq: number }) => [each.seq, each]))
  const grounds = body.assessment.indicators.flatMap(
    (each: { evidence: object[] }) => each.evidence,
  )
  const placed = grounds.filter((each: { span: unknown }) => each.span !== null)
  expect(placed.length).toBeGreaterThan(0)
  for (const { seq, span, basis, text } of placed) {
    const message = messages.get(seq) as { from: string; text: string }
    expect(message.from).toBe('resident')
    if (basis === 'quote') expect(message.text.slice(span[0], span[1])).toBe(text)
  }
  expect(body.assessment.firstPass.model.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(body.assessment.indicators).toHaveLength(10)
  expect(body.needs.length).toBeGreaterThan(0)
  expect(JSON.stringify(body)).not.toMatch(/1380013\d{4}/)
})

test('a phone number is shown for a reason, and that is recorded', async () => {
  const { number } = await aRequest()
  const refused = await desk.post(`/cases/${number}/reveal`, {})
  expect(refused.status).toBe(400)
  const { body } = await desk.post(`/cases/${number}/reveal`, { reason: 'call' })
  expect(body.phone).toMatch(/^1380013\d{4}$/)
  const { rows } = await house.turn.query(
    `select actor, reason from audit where act = 'case.revealed' order by at desc limit 1`,
  )
  expect(rows).toEqual([{ actor: feifei.id, reason: 'call' }])
})

test('of two who claim one gets the case, the other learns who; a mistake is undone for ten seconds', async () => {
  const { number, version } = await aRequest()
  const [one, two] = await Promise.all([
    desk.post(`/cases/${number}/claim`, { version }),
    colleague.post(`/cases/${number}/claim`, { version }),
  ])
  expect([one.status, two.status].toSorted()).toEqual([200, 409])
  const [won, lost] = one.status === 200 ? [one, two] : [two, one]
  const winner = one.status === 200 ? desk : colleague
  expect(lost.body).toMatchObject({ code: 'already_claimed', by: won.body.by })
  const undone = await winner.post(`/cases/${number}/unclaim`, { version: won.body.version })
  expect(undone.status).toBe(200)
  expect(await open(number)).toMatchObject({ case: { status: 'waiting', claimed: null } })
  const again = await desk.post(`/cases/${number}/claim`, { version: undone.body.version })
  house.pass(11 * SECOND)
  const late = await desk.post(`/cases/${number}/unclaim`, { version: again.body.version })
  expect(late.status).toBe(403)
})

test('a resident who goes on writing does not keep a case from being taken', async () => {
  const { resident, number, version } = await aRequest()
  for (const text of ['1', '两个人', '1', '三千六', '对']) await resident.says(text)
  expect((await open(number)).case.version).toBeGreaterThan(version)
  const { status, body } = await desk.post(`/cases/${number}/claim`, { version })
  expect([status, body.by]).toEqual([200, '邓菲菲'])
})

test('several are claimed at once, and what fails says why', async () => {
  const one = await aRequest()
  const two = await aRequest()
  const cases = [
    { number: one.number, version: one.version },
    { number: two.number, version: 999 },
    { number: '0000-0000', version: 1 },
  ]
  const { body } = await desk.post('/bulk/claim', { cases })
  expect(body.done.map(({ number }: Asked) => number)).toEqual([one.number])
  expect(body.failed.map(({ code }: { code: string }) => code)).toEqual(['stale', 'not_found'])
})

test('a case is put back with a reason; the lead does it for an absent colleague', async () => {
  const { number, version } = await aClaimed()
  const foreign = await colleague.post(`/cases/${number}/release`, { version, reason: 'overload' })
  expect(foreign.body).toMatchObject({ code: 'already_claimed', by: '邓菲菲' })
  const { status } = await supervisor.post(`/cases/${number}/release`, {
    version,
    reason: 'absent',
  })
  expect(status).toBe(200)
  const { timeline } = await open(number)
  expect(timeline.at(-1).sentence).toBe('高远 放回待领取：请假、出差')
})

test('a note stays inside, calls a colleague, and is refused when it is too long', async () => {
  const { resident, number } = await aClaimed()
  const before = await resident.reads()
  await desk.post(`/cases/${number}/notes`, {
    text: '儿子在外地，先别打他电话',
    mentions: [min.id],
  })
  expect(await resident.reads()).toEqual(before)
  const { notes } = await open(number, colleague)
  expect(notes).toMatchObject([
    { by: '邓菲菲', text: '儿子在外地，先别打他电话', mentions: [{ name: '张敏' }] },
  ])
  const { body } = await colleague.get('/notices')
  expect(body.unseen).toBe(1)
  expect(body.notices[0].sentence).toContain('邓菲菲')
  await colleague.post('/notices/seen')
  expect((await colleague.get('/notices')).body.unseen).toBe(0)
  const long = await desk.post(`/cases/${number}/notes`, { text: 'x'.repeat(5_001) })
  expect(long.status).toBe(400)
})

test('two tries pause the clock of the first contact, a contact stops it', async () => {
  const { number } = await aClaimed()
  const tried = { how: 'phone', reached: false, note: '没人接' }
  await desk.post(`/cases/${number}/contact-try`, tried)
  expect((await open(number)).case.contact.paused).toBe(false)
  await desk.post(`/cases/${number}/contact-try`, tried)
  const paused = await open(number)
  expect(paused.case).toMatchObject({ tries: 2, contact: { met: null } })
  expect(paused.case.contact.paused).toBe(paused.case.urgency === 'normal')
  expect(paused.timeline.at(-1)).toMatchObject({
    sentence: '邓菲菲 打电话，没有联系上',
    words: '没人接',
  })
  await desk.post(`/cases/${number}/contact-try`, { how: 'visit', reached: true })
  expect((await open(number)).case.contact).toMatchObject({ paused: false, breached: false })
  expect((await open(number)).case.contact.met).not.toBe(null)
})

test('an indicator is decided with a reason; the bot’s value stays, the grade follows', async () => {
  const { number } = await aClaimed(['两个人', '1', '三千六', '对', '2'])
  const before = (await open(number)).assessment
  const set = await desk.post(`/cases/${number}/indicators/edu`, {
    value: true,
    reason: '只读到小学',
  })
  expect(set.status).toBe(200)
  const after = (await open(number)).assessment
  const edu = after.indicators.find(({ code }: { code: string }) => code === 'edu')
  expect(edu.decided).toMatchObject({ value: true, reason: '只读到小学', by: '邓菲菲' })
  expect(edu.now).toEqual({ value: true, points: [2, 2] })
  expect(edu.firstPass.value).not.toBe(true)
  expect(edu.evidence[0]).toMatchObject({ basis: 'adviser', text: '只读到小学' })
  expect(after.firstPass).toEqual(before.firstPass)
  expect(after.now.points[0]).toBe(before.now.points[0] + 2)
})

test('words of the talk fill a slot, and what cannot be meant is refused', async () => {
  const { number } = await aClaimed()
  const { transcript } = await open(number)
  const seq = transcript.at(-2).seq
  const told = { slot: 'illness', value: 'serious_unpaid', seq, quote: '老伴住院，钱不够' }
  expect((await desk.post(`/cases/${number}/capture`, told)).status).toBe(200)
  const ill = (await open(number)).assessment.indicators.find(
    ({ code }: { code: string }) => code === 'ill',
  )
  expect(ill.now.value).toBe(true)
  expect(ill.evidence[0]).toMatchObject({ basis: 'quote', text: '老伴住院，钱不够', seq })
  for (const wrong of [
    { slot: 'illness', value: 'sunny' },
    { slot: 'nothing', value: 1 },
  ]) {
    const { status } = await desk.post(`/cases/${number}/capture`, { ...wrong, seq })
    expect(status).toBe(400)
  }
})

test('a confirmed assessment is frozen with its model, whatever comes later', async () => {
  const { resident, number } = await aClaimed(['两个人', '1', '三千六', '对', '2'])
  const { case: row } = await open(number)
  const stale = await desk.post(`/cases/${number}/confirm`, { version: row.version - 1 })
  expect(stale.body.code).toBe('stale')
  const { status } = await desk.post(`/cases/${number}/confirm`, { version: row.version })
  expect(status).toBe(200)
  const frozen = (await open(number)).assessment.confirmed
  expect(frozen).toMatchObject({ by: '邓菲菲', model: { id: 'changning-2020' } })
  await resident.says('3')
  await desk.post(`/cases/${number}/indicators/edu`, { value: true, reason: '问过了' })
  const after = await open(number)
  expect(after.assessment.confirmed).toEqual(frozen)
  expect(after.assessment.stale).toBe(true)
  expect(after.case).toMatchObject({ confirmed: true, points: frozen.points })
})

test('a transfer waits for its answer: the owner and the clocks stay, the new street sees the case', async () => {
  const { resident, number, version } = await aClaimed()
  const before = await open(number)
  expect((await far.get(`/cases/${number}`)).status).toBe(404)
  const to = { street: JIANGSU, person: linjing.id }
  const ask = { version, to, reason: 'moved', note: '上周搬到江苏路', parts: ['transcript'] }
  const offered = await desk.post(`/cases/${number}/transfer`, ask)
  expect(offered.status).toBe(200)
  await desk.post(`/cases/${number}/notes`, { text: '只有我们看' })

  const mine = await open(number)
  expect(mine.case).toMatchObject({ street: HUAYANG, claimed: { mine: true } })
  expect(mine.case.contact.due).toBe(before.case.contact.due)
  expect(mine.case.transfer).toMatchObject({ direction: 'out', reasonLabel: '搬家了' })
  const closing = { version: mine.case.version, outcome: 'helped' }
  const refused = await desk.post(`/cases/${number}/close`, closing)
  expect(refused.body).toMatchObject({ code: 'open_transfer' })
  expect(refused.body.message).toMatch(/街道/)

  const theirs = await open(number, far)
  expect(theirs.case.transfer).toMatchObject({ direction: 'in', note: '上周搬到江苏路' })
  expect(theirs.notes).toEqual([])
  expect(theirs.transcript.length).toBeGreaterThan(0)
  expect(theirs.acts).toEqual(['note', 'accept_transfer', 'decline_transfer', 'reveal'])
  const listed = (await far.get('/queue?filter=transferred')).body
  expect(listed.cases.map((each: Asked) => each.number)).toContain(number)
  expect((await far.get('/notices')).body.notices[0]).toMatchObject({ kind: 'transfer', number })

  const noted = await far.post(`/cases/${number}/notes`, { text: '我们看一下' })
  expect(noted.status).toBe(200)
  expect((await open(number)).notes.at(-1)).toMatchObject({ by: '林静' })
  expect((await far.post(`/cases/${number}/claim`, { version: 1 })).status).toBe(409)
  const accepted = await far.post(`/cases/${number}/transfer/accept`, {
    version: noted.body.version,
  })
  expect(accepted.status).toBe(200)
  expect((await resident.reads()).at(-1)).toContain('林静')
  const moved = await open(number, far)
  expect(moved.case).toMatchObject({ street: JIANGSU, transfer: null, claimed: { mine: true } })
  expect(moved.case.contact.due).toBe(before.case.contact.due)
  expect(moved.timeline.at(-2).sentence).toBe('林静（江苏路街道）接收')
  expect((await desk.get(`/cases/${number}`)).status).toBe(404)
  const { name } = moved.subject
  const q = encodeURIComponent(name)
  expect((await far.get(`/queue?status=mine&q=${q}`)).body.cases).toHaveLength(1)
  expect((await desk.get(`/queue?status=all&q=${q}`)).body.cases).toEqual([])
})

test('a transfer that is sent back stays with its owner, and the other street sees it no more', async () => {
  const { number, version } = await aClaimed()
  const ask = { version, to: { street: JIANGSU }, reason: 'expertise', parts: [] }
  const { body } = await desk.post(`/cases/${number}/transfer`, ask)
  expect((await open(number, far)).transcript).toEqual([])
  const why = { version: body.version, reason: 'no_capacity', note: '下周再说' }
  expect((await far.post(`/cases/${number}/transfer/decline`, why)).status).toBe(200)
  expect((await far.get(`/cases/${number}`)).status).toBe(404)
  const mine = await open(number)
  expect(mine.case).toMatchObject({ transfer: null, claimed: { mine: true } })
  expect(mine.timeline.at(-1)).toMatchObject({ sentence: '林静（江苏路街道）退回：现在接不下来' })
  const kinds = (await desk.get('/notices')).body.notices.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toContain('declined')
})

test('a transfer goes only to a street of the district and to somebody who works there', async () => {
  const { number, version } = await aClaimed()
  for (const to of [
    { street: '310106011' },
    { street: HUAYANG },
    { street: JIANGSU, person: min.id },
  ]) {
    const { status } = await desk.post(`/cases/${number}/transfer`, {
      version,
      to,
      reason: 'other',
    })
    expect(status).toBe(400)
  }
})

test('a case is closed with an outcome and opened again with a reason', async () => {
  const { number, version } = await aClaimed()
  const how = { version, outcome: 'referred', note: '转区残联', recheck: '2027-02-01' }
  const closed = await desk.post(`/cases/${number}/close`, how)
  expect(closed.status).toBe(200)
  const shut = await open(number)
  expect(shut).toMatchObject({ case: { status: 'closed' }, acts: ['note', 'reopen', 'reveal'] })
  expect(shut.closing).toMatchObject({ outcomeLabel: '已转介到合适的部门', recheck: '2027-02-01' })
  const saying = await desk.post(`/cases/${number}/say`, { id: randomUUID(), text: '您好' })
  expect(saying.body.code).toBe('case_closed')
  const again = { version: closed.body.version, reason: 'not_solved' }
  expect((await desk.post(`/cases/${number}/reopen`, again)).status).toBe(200)
  expect(await open(number)).toMatchObject({ case: { status: 'claimed' }, closing: null })
})

test('saved phrases are one’s own or the street’s; only the author takes one away', async () => {
  const text = '您好，我是华阳路的救助顾问。'
  const own = (await desk.post('/phrases', { title: '问好', text })).body
  const shared = (await desk.post('/phrases', { title: '地址', text, street: HUAYANG })).body
  const foreign = await desk.post('/phrases', { title: 'x', text, street: JIANGSU })
  expect(foreign.status).toBe(403)
  const titles = async (who: SignedIn) =>
    (await who.get('/phrases')).body.phrases.map(({ title }: { title: string }) => title)
  expect(await titles(desk)).toEqual(['问好', '地址'])
  expect(await titles(colleague)).toEqual(['地址'])
  expect(await titles(far)).toEqual([])
  expect((await colleague.drop(`/phrases/${shared.id}`)).status).toBe(404)
  expect((await desk.drop(`/phrases/${own.id}`)).status).toBe(204)
  expect(await titles(desk)).toEqual(['地址'])
})

test('an alert is seen to by one person and then is gone for all', async () => {
  const resident = house.resident()
  await resident.says('我不想活了')
  const { body } = await desk.get('/alerts')
  const alert = body.alerts.at(-1)
  expect(alert).toMatchObject({ label: '不想活' })
  expect((await desk.post(`/alerts/${alert.id}/acknowledge`)).status).toBe(204)
  const left = (await colleague.get('/alerts')).body.alerts
  expect(left.map(({ id }: { id: string }) => id)).not.toContain(alert.id)
})

test('what belongs to a foreign street is not there, whatever is tried', async () => {
  const { number, version } = await aClaimed()
  const id = randomUUID()
  const tries: Record<string, object> = {
    reveal: { reason: 'call' },
    claim: { version },
    unclaim: { version },
    release: { version },
    'take-over': { id },
    say: { id, text: 'x' },
    'give-back': { id },
    capture: { slot: 'illness', value: 'none', seq: 1 },
    notes: { text: 'x' },
    'contact-try': { how: 'phone', reached: true },
    'indicators/inc': { value: true, reason: 'x' },
    confirm: { version },
    transfer: { version, to: { street: HUAYANG }, reason: 'other' },
    'transfer/accept': { version },
    'transfer/decline': { version, reason: 'other' },
    close: { version, outcome: 'helped' },
    reopen: { version, reason: 'mistake' },
    presence: { typing: true },
  }
  expect((await far.get(`/cases/${number}`)).status).toBe(404)
  for (const [verb, body] of Object.entries(tries)) {
    const { status, body: answer } = await far.post(`/cases/${number}/${verb}`, body)
    expect([verb, status, answer.code]).toEqual([verb, 404, 'not_found'])
  }
  expect((await open(number)).case.version).toBe(version)
})

test('a change that another site started is refused', async () => {
  const { number, version } = await aRequest()
  const foreign = { 'sec-fetch-site': 'cross-site' }
  const { status } = await desk.post(`/cases/${number}/claim`, { version }, foreign)
  expect(status).toBe(403)
})

test('clocks that ran out are said, filtered and counted', async () => {
  const { number } = await aRequest()
  house.pass(100 * HOUR)
  feifei = { ...feifei }
  desk = await signIn(app, house, feifei)
  const { body } = await desk.get('/queue?filter=overdue')
  const row = body.cases.find((each: Asked) => each.number === number)
  expect(row).toMatchObject({ breached: true, acknowledge: { breached: true } })
  expect(row.why.facts.map(({ code }: { code: string }) => code)).toContain('breached')
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import { queueRow } from '../../../src/edge/http/desk/queue-row.ts'
import type { Gate } from '../../../src/edge/http/parts.ts'
import { FOLDERS } from '../../../src/edge/sources/house.ts'
import { loadIntakeTexts } from '../../../src/edge/sources/intake-texts.ts'
import { loadTexts } from '../../../src/edge/sources/texts.ts'
import { intakeStore } from '../../../src/edge/storage/intake/intake-store.ts'
import { hashedTurnIds } from '../../../src/edge/storage/turn-ids.ts'
import { takeOrder } from '../../../src/work/intake/take-order.ts'
import { tellSources } from '../../../src/work/intake/tell-sources.ts'
import type { IntakeStore, Order, Telling } from '../../../src/work/ports/intake.ts'
import { DISTRICT, HUAYANG, JIANGSU, RING } from '../../support/a-case.ts'
import { MORNING, openRealDesk, type RealDesk } from '../../support/real-desk.ts'

const HOUR = 3_600_000

const texts = await loadTexts(`${FOLDERS.locales}/zh-CN`, 'desk')

let office: RealDesk
let store: IntakeStore
let take: (changes?: Partial<Order>) => ReturnType<typeof takeOrder>
let supervisor: Staff
let adviser: Staff
let count = 0

beforeAll(async () => {
  office = await openRealDesk()
  store = intakeStore(office.turn, RING, DISTRICT)
  const { house, now, news } = office
  const announce = (each: (typeof news)[number]) => void news.push(each)
  const texts = await loadIntakeTexts(`${FOLDERS.locales}/zh-CN`)
  const parts = { house: () => house, store, ids: hashedTurnIds(), announce, now, texts }
  take = (changes) => takeOrder(parts, anOrder(changes))
  supervisor = await office.hire([HUAYANG, JIANGSU], { role: 'supervisor' })
  adviser = await office.hire([HUAYANG])
})
afterAll(() => office.close())

const anOrder = (changes: Partial<Order> = {}): Order => ({
  source: 'hotline',
  number: `SH-${++count}`,
  name: '顾兰英',
  phone: '13800135566',
  address: '华阳路街道华一居委',
  text: '来电人说老伴瘫痪在床，家里只有她一个人照顾，退休金不够付护理费。',
  receivedAt: MORNING - HOUR,
  dueAt: null,
  kind: '求助',
  from: null,
  ...changes,
})

const opened = (number: string, as = supervisor) => office.desk.readCase(as, number)

describe('a work order', () => {
  test('stands in the queue of its street, with its source and the reason', async () => {
    const { status, case: number } = await take()
    expect(status).toBe('opened')
    const { row, file, events, floor } = await opened(number)
    expect(row).toMatchObject({ street: HUAYANG, status: 'waiting', channel: 'hotline' })
    expect(row).toMatchObject({ source: 'hotline', reason: 'street', name: '顾兰英' })
    expect(file?.story).toMatch(/^来电人说老伴/)
    expect(events.map(({ kind }) => kind)).toContain('order_taken')
    expect(floor.state).toBe('none')
  })

  test('needs are suspected, never confirmed and never scored', async () => {
    const { file, row } = await opened((await take()).case)
    expect(file?.heard.map(({ code }) => code).toSorted()).toEqual(['dis', 'inc'])
    expect(file?.heard.every(({ confirmed }) => confirmed === null)).toBe(true)
    expect(row.points).toBeNull()
  })

  test('what the sender noted stands beside it', async () => {
    const order = { dueAt: MORNING + 3 * HOUR, kind: '求助', from: '区民政局' }
    const { file } = await opened((await take(order)).case)
    const reads = Object.fromEntries(file?.answers.map((each) => [each.slot, each.reads]) ?? [])
    expect(reads).toMatchObject({ order_kind: '求助', order_from: '区民政局' })
    expect(reads).toMatchObject({
      order_received: '2026-11-20 09:00',
      order_due: '2026-11-20 13:00',
    })
  })

  test("the sender's due time brings the clocks nearer and never farther", async () => {
    const soon = await opened((await take({ dueAt: MORNING + 20 * 60_000 })).case)
    expect(soon.row.contactDue).toBe(MORNING + 20 * 60_000)
    const plain = await opened((await take()).case)
    const late = await opened((await take({ dueAt: MORNING + 30 * 24 * HOUR })).case)
    expect(late.row.contactDue).toBe(plain.row.contactDue)
  })

  test.each(['referral', 'report'] as const)('a %s has its own label', async (source) => {
    const { row } = await opened((await take({ source })).case)
    expect(row).toMatchObject({ channel: source, source })
  })

  test('a story that names the place counts where the address says nothing', async () => {
    const text = '住在江苏路街道华山居委的老人家里停水三天，没有饭吃，希望有人上门看看。'
    const { row } = await opened((await take({ address: '长宁区', text })).case)
    expect(row.street).toBe(JIANGSU)
  })
})

describe('the same number again', () => {
  test('answers the first case, also at the same moment', async () => {
    const number = 'SH-twice'
    const all = await Promise.all([take({ number }), take({ number }), take({ number })])
    expect(new Set(all.map((each) => each.case)).size).toBe(1)
    expect(all.map(({ status }) => status).toSorted()).toEqual(['known', 'known', 'opened'])
  })

  test('other words are added to the history, once', async () => {
    const number = 'SH-more'
    const first = await take({ number })
    const text = '补充：来电人的电话改为座机，白天都在家。'
    expect(await take({ number, text })).toEqual({ status: 'added', case: first.case })
    expect(await take({ number, text })).toEqual({ status: 'known', case: first.case })
    const { events } = await opened(first.case)
    const added = events.filter(({ kind }) => kind === 'order_added')
    expect(added).toHaveLength(1)
    expect(added[0]?.words).toContain('白天都在家')
  })

  test('other words about a case that is over open the next one', async () => {
    const number = 'SH-back'
    const first = await take({ number })
    const version = await office.desk.claimCase(adviser, first.case, 1)
    const how = { outcome: 'helped', note: '', recheck: null, told: null } as const
    await office.desk.closeCase(adviser, first.case, version, how)
    expect(await take({ number })).toEqual({ status: 'known', case: first.case })
    const text = '来电人再次反映：护理员已经三天没有上门。'
    const next = await take({ number, text })
    expect(next.status).toBe('opened')
    expect(next.case).not.toBe(first.case)
    expect(await take({ number, text })).toEqual({ status: 'known', case: next.case })
    await office.desk.claimCase(adviser, next.case, 1)
    const told = (await tellAll(() => true)).filter(({ order }) => order === number)
    expect(told).toContainEqual(expect.objectContaining({ case: next.case, what: 'claimed' }))
  })

  test('numbers of two sources are two orders', async () => {
    const number = 'SAME'
    const hotline = await take({ number })
    const referral = await take({ number, source: 'referral' })
    expect(referral).toMatchObject({ status: 'opened' })
    expect(referral.case).not.toBe(hotline.case)
  })
})

describe('danger', () => {
  test('calls the duty at once', async () => {
    const text = '来电人说她不想活了，已经写好遗书，今晚就吃药。'
    const { case: number } = await take({ text })
    const { row } = await opened(number)
    expect(row).toMatchObject({ urgency: 'now', reason: 'crisis_duty' })
    expect(['high', 'imminent']).toContain(row.crisis)
    const alerts = await office.desk.listAlerts(supervisor)
    expect(alerts.filter((alert) => alert.number === number)).toHaveLength(1)
    expect(office.news).toContainEqual({ about: 'alerts', district: DISTRICT })
  })

  test('in what is added under a known number too', async () => {
    const number = 'SH-worse'
    const first = await take({ number })
    await take({ number, text: '来电人再次来电，说活不下去了，要从楼上跳下去。' })
    const alerts = await office.desk.listAlerts(supervisor)
    expect(alerts.filter((alert) => alert.number === first.case)).toHaveLength(1)
  })
})

describe('an address that is not settled', () => {
  test('waits for a person, and goes to its street after the phone call, with a trail', async () => {
    const { case: number } = await take({ address: '长宁区', text: '老人独居，想问长护险怎么办。' })
    const waiting = await opened(number)
    expect(waiting.row).toMatchObject({ street: null, reason: 'triage' })
    const tried = { how: 'phone', reached: true, note: '住江苏路街道' } as const
    await office.desk.noteTry(supervisor, number, tried)
    const { row } = await opened(number)
    await office.desk.placeCase(supervisor, number, {
      ...{ version: row.version, street: JIANGSU, reason: 'asked', note: '电话里说的' },
    })
    const placed = await opened(number)
    expect(placed.row).toMatchObject({ street: JIANGSU, status: 'waiting' })
    const trail = placed.events.map(({ kind }) => kind)
    expect(trail).toEqual(expect.arrayContaining(['order_taken', 'contact_tried', 'placed']))
  })
})

describe('what the sender is told', () => {
  test('claimed, contacted, closed: each once, again after a failure, with codes only', async () => {
    await tellAll(() => true)
    const { case: number } = await take({ number: 'SH-told' })
    const claimed = await office.desk.claimCase(adviser, number, 1)
    await office.desk.noteTry(adviser, number, { how: 'phone', reached: true, note: '' })
    expect(claimed).toBeGreaterThan(1)

    expect(await tellAll(() => false)).toHaveLength(2)
    expect(await tellAll(() => true)).toEqual([])
    office.pass(60_000)
    const told = await tellAll(() => true)
    expect(told.map(({ what }) => what).toSorted()).toEqual(['claimed', 'contacted'])
    expect(told[0]).toMatchObject({ order: 'SH-told', case: number, street: HUAYANG, tries: 1 })
    expect(JSON.stringify(told)).not.toMatch(/顾兰英|13800135566|老伴/)
    office.pass(HOUR)
    expect(await tellAll(() => true)).toEqual([])

    const { row } = await opened(number, adviser)
    const how = { outcome: 'helped', note: '', recheck: null, told: null } as const
    await office.desk.closeCase(adviser, number, row.version, how)
    expect(await tellAll(() => true)).toMatchObject([{ what: 'closed', outcome: 'helped' }])
  })

  test('a case that moves to another street by residence', async () => {
    await tellAll(() => true)
    const { case: number } = await take()
    const { row } = await opened(number)
    const placing = { version: row.version, street: JIANGSU, reason: 'asked', note: '' } as const
    await office.desk.placeCase(supervisor, number, placing)
    const told = await tellAll(() => true)
    expect(told).toMatchObject([{ what: 'transferred', street: JIANGSU }])
  })

  test('a process that dies with a telling is followed by another', async () => {
    await tellAll(() => true)
    const { case: number } = await take()
    await office.desk.claimCase(adviser, number, 1)
    await store.collect(office.now())
    expect(await store.claim(office.now(), office.now() + 30_000, 8)).toHaveLength(1)
    expect(await tellAll(() => true)).toEqual([])
    office.pass(30_001)
    expect(await tellAll(() => true)).toMatchObject([{ what: 'claimed', case: number }])
  })

  test('what was tried for hours lies still and is reported', async () => {
    await tellAll(() => true)
    const { case: number } = await take()
    await office.desk.claimCase(adviser, number, 1)
    const reported: string[] = []
    const report = (code: string) => void reported.push(code)
    const parts = { store, tell: async () => false, now: office.now, report }
    let tries = 0
    for (let round = 0; round < 40; round++) {
      tries += await tellSources(parts)
      office.pass(HOUR + 1)
    }
    expect(tries).toBe(25)
    expect(reported).toEqual(['intake_not_told'])
  })

  test('two processes tell each thing once', async () => {
    const { case: number } = await take()
    await office.desk.claimCase(adviser, number, 1)
    const both = await Promise.all([tellAll(() => true), tellAll(() => true)])
    expect(both.flat()).toHaveLength(1)
  })
})

async function tellAll(answer: () => boolean): Promise<Telling[]> {
  const heard: Telling[] = []
  const tell = async (telling: Telling) => {
    heard.push(telling)
    return answer()
  }
  const parts = { store, tell, now: office.now, report: () => {} }
  while ((await tellSources(parts)) > 0);
  return heard
}

describe('what another office wrote', () => {
  test('carries 待电话核实 until somebody has spoken with the person', async () => {
    const gate = { texts: { desk: texts }, clock: office.now, placeName: () => undefined }
    const tag = async (number: string) =>
      queueRow((await opened(number, adviser)).row, adviser.id, gate as unknown as Gate).unverified
    const { case: number } = await take()
    expect(await tag(number)).toBe('待电话核实')
    const { row } = await opened(number, adviser)
    await office.desk.claimCase(adviser, number, row.version)
    await office.desk.noteTry(adviser, number, { how: 'phone', reached: true, note: '' })
    expect(await tag(number)).toBeNull()
  })

  test('is erased by the lead, with a reason that stays; advisers and residents with a talk are not', async () => {
    const { case: number } = await take()
    const { row, acts } = await opened(number)
    expect(acts).toContain('erase')
    expect((await opened(number, adviser)).acts).not.toContain('erase')
    await expect(
      office.desk.eraseCase(adviser, number, row.version, 'asked'),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    await office.desk.eraseCase(supervisor, number, row.version, 'asked')
    const { rows } = await office.turn.query(
      `select c.sealed, c.status, c.conversation_id, h.data_key from help_case c
       join household h on h.id = c.household_id where c.number = $1`,
      [number],
    )
    expect(rows).toEqual([
      { sealed: null, status: 'withdrawn', conversation_id: null, data_key: null },
    ])
    const { rows: lines } = await office.turn.query(
      `select e.detail from case_event e join help_case c on c.id = e.case_id
       where c.number = $1 and e.kind = 'erasure_ordered'`,
      [number],
    )
    expect(lines).toEqual([{ detail: { reason: 'asked' } }])
  })

  test('a household that other cases share is not erased by one of them', async () => {
    const one = await take()
    const two = await take()
    await office.turn.query(
      `update help_case set household_id = (select household_id from help_case where number = $1)
       where number = $2`,
      [one.case, two.case],
    )
    const { row } = await opened(one.case)
    await expect(
      office.desk.eraseCase(supervisor, one.case, row.version, 'mistake'),
    ).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

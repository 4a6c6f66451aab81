import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import type { App } from '../../../src/edge/http/parts.ts'
import { householdStore } from '../../../src/edge/storage/household-store.ts'
import { rowsOf } from '../../../src/edge/storage/pool.ts'
import { fileReadings } from '../../../src/work/office/households/read-file.ts'
import type { HouseholdFiles } from '../../../src/work/ports/household-files.ts'
import type { Office } from '../../../src/work/ports/office.ts'
import { HUAYANG, JIANGSU, RING } from '../../support/a-case.ts'
import { paperOffice } from '../../support/paper-office.ts'
import { ASKING, openRealDesk, type RealDesk } from '../../support/real-desk.ts'
import { openGate, type SignedIn, signIn } from './desk/signed-in.ts'

let house: RealDesk
let files: HouseholdFiles
let app: App
let staff: Staff
let feifei: SignedIn
let stranger: SignedIn
let number: string
let other: string
beforeAll(async () => {
  house = await openRealDesk()
  files = householdStore({ pool: house.deskPool, ring: RING, clock: { now: house.now } })
  const own = { households: files, file: fileReadings({ files, now: house.now }) }
  const office = new Proxy(paperOffice(), {
    get: (rest, name) => own[name as keyof typeof own] ?? Reflect.get(rest, name),
  }) as Office
  app = await openGate(house, { office })
  staff = await house.hire([HUAYANG], { name: '邓菲菲' })
  feifei = await signIn(app, house, staff)
  stranger = await signIn(app, house, await house.hire([JIANGSU]))
  number = await asks('王秀英')
  other = await asks('王建国')
})
afterAll(async () => {
  await app?.close()
  await house?.close()
})

async function asks(name: string): Promise<string> {
  const before = (await house.desk.listCases(staff, { list: 'waiting' })).rows
  const resident = house.resident()
  for (const line of ASKING) await resident.says(line === '王秀英' ? name : line)
  const { rows } = await house.desk.listCases(staff, { list: 'waiting' })
  return rows.find((row) => !before.some((each) => each.number === row.number))?.number ?? ''
}

const at = (rest: string, key = number) => `/../office/households/${key}${rest}`

const MEMBER = {
  ...{ id: '', version: null, kin: 'spouse', state: 'here', name: '李建民', born: '1944' },
  ...{ health: '脑梗', work: null, school: null, note: null },
}

test('a member is shown masked, and what is left out of a change stays', async () => {
  const id = randomUUID()
  const whole = { ...MEMBER, id, phone: '13900134822', idNumber: '31010519440302002x' }
  const added = await feifei.post(at('/members'), whole)
  expect(added).toMatchObject({
    status: 200,
    body: { phone: '139****4822', idNumber: '**************002X', age: 82, version: 1 },
  })
  const changed = await feifei.post(at('/members'), { ...MEMBER, id, version: 1, health: '好转' })
  expect(changed.body).toMatchObject({ phone: '139****4822', health: '好转', version: 2 })
  const late = await feifei.post(at('/members'), { ...MEMBER, id, version: 1 })
  expect(late).toMatchObject({ status: 409, body: { code: 'stale' } })
  const reveal = { member: id, part: 'idNumber', reason: 'verify' }
  const shown = await feifei.post(at('/reveal'), reveal)
  expect(shown.body.value).toBe('31010519440302002X')
  expect(Date.parse(shown.body.hideAt)).toBe(house.now() + 60_000)
  expect((await feifei.post(at('/reveal'), { ...reveal, reason: 'curious' })).status).toBe(400)
  const { body } = await feifei.get(at('/members'))
  expect(JSON.stringify(body)).not.toContain('13900134822')
})

const BENEFIT = {
  ...{ version: null, item: '低保金', department: '民政', kind: 'money', aim: 'floor' },
  ...{ from: '2026-09', to: null, every: 'month', amount: 159_500, needs: ['inc'] },
  ...{ note: null, state: 'given' },
}

test('the ledger adds up, flags what is given twice and needs that nobody helps with', async () => {
  await feifei.post(at('/benefits'), { ...BENEFIT, id: randomUUID() })
  const twice = {
    ...BENEFIT,
    id: randomUUID(),
    department: '街道',
    from: '2026-11',
    amount: 10_000,
  }
  await feifei.post(at('/benefits'), twice)
  const { body } = await feifei.get(at('/benefits'))
  expect(body).toMatchObject({ total: 3 * 159_500 + 10_000, monthly: 169_500 })
  expect(body.benefits.map((each: { doubled: boolean }) => each.doubled)).toEqual([true, true])
  expect(body.overlaps).toMatchObject([{ from: '2026-11', to: '2026-11' }])
  expect(body.gaps).toContain('ill')
  const struck = { ...twice, version: 1, state: 'struck' }
  expect((await feifei.post(at('/benefits'), struck)).status).toBe(204)
  expect((await feifei.get(at('/benefits'))).body).toMatchObject({ struck: 1, overlaps: [] })
})

test('a heard need is taken up, and met', async () => {
  const { body } = await feifei.get(at('/needs'))
  const ill = body.needs.find((each: { code: string }) => each.code === 'ill')
  expect(ill).toMatchObject({ state: 'unmet', record: null })
  expect(ill.quote).toContain('住院')
  const id = randomUUID()
  const need = { id, code: 'ill', words: null, urgency: 'same_day' }
  await feifei.post(at('/needs'), { ...need, version: null, state: 'under_way' })
  await feifei.post(at('/needs'), { ...need, version: 1, state: 'met' })
  const after = (await feifei.get(at('/needs'))).body.needs
  expect(after.find((each: { code: string }) => each.code === 'ill')).toMatchObject({
    ...{ state: 'met', source: 'hand', record: { id, version: 2 } },
  })
})

test('papers, contacts, assessments and the timeline tell of both files once they are joined', async () => {
  const paper = { id: randomUUID(), version: null, type: 'disability_card', note: '二级' }
  await feifei.post(at('/papers'), {
    ...paper,
    receivedOn: '2026-11-20',
    file: null,
    state: 'kept',
  })
  const foreign = { id: randomUUID(), number }
  const wrong = { ...paper, id: randomUUID(), receivedOn: null, file: foreign, state: 'kept' }
  expect((await feifei.post(at('/papers'), wrong)).body).toMatchObject({ field: 'file' })
  const { body: alike } = await feifei.get(at('/alike'))
  expect(alike.alike).toMatchObject([{ by: ['phone'], head: { number: other } }])
  const seen = await feifei.get(at(`/joining/${other}`))
  expect(seen.body).toMatchObject({ possible: true, openCases: 2, members: ['李建民'] })
  const joining = { id: randomUUID(), other, reason: '父女，同住' }
  expect((await feifei.post(at('/join'), joining)).status).toBe(204)
  const { body: contacts } = await feifei.get(at('/contacts'))
  expect(contacts.contacts.map((each: { name: string }) => each.name).sort()).toEqual(
    ['李建民', '王建国', '王秀英'].sort(),
  )
  expect(contacts.consents).toHaveLength(2)
  expect(contacts.readers[0].name).toBe('邓菲菲')
  const { body: timeline } = await feifei.get(at('/timeline', other))
  const told = timeline.lines.map((line: { number: string }) => line.number)
  expect(told).toEqual(expect.arrayContaining([number, other, null]))
  expect((await feifei.get(at('/papers', other))).body.papers[0]).toMatchObject({ note: '二级' })
  expect((await feifei.get(at('/assessments'))).status).toBe(200)
  const listed = (await feifei.get(at('/alike'))).body.joined
  expect(listed).toMatchObject([{ reason: '父女，同住', by: '邓菲菲' }])
  expect((await feifei.post(at('/part'), { joining: listed[0].id })).status).toBe(204)
  expect((await feifei.get(at(''))).body.cases).toHaveLength(1)
})

test('a file leaves the house complete, with its purpose in the audit; printed, it is masked', async () => {
  const ask = { purpose: 'archive', format: 'json', part: null }
  const { body } = await feifei.post(at('/export'), ask)
  const parts = body.tables.map((table: { part: string }) => table.part)
  expect(parts).toContain('timeline')
  const text = JSON.stringify(body.tables)
  for (const word of ['李建民', '13900134822', '低保金', '二级', '住院'])
    expect(text).toContain(word)
  const printed = await feifei.post(at('/export'), { ...ask, format: 'print' })
  expect(JSON.stringify(printed.body)).not.toMatch(/1390013482|1380013482/)
  const one = await feifei.post(at('/export'), { ...ask, format: 'csv', part: 'benefits' })
  expect(one.body.tables).toHaveLength(1)
  const rows = await rowsOf<{ reason: string; fields: string[] }>(house.turn, {
    name: 'test_exported',
    text: `select reason, fields from audit where act = 'household.exported' order by seq`,
  })
  expect(rows).toHaveLength(3)
  expect(rows[0]).toMatchObject({ reason: 'archive' })
  expect(rows[2]?.fields).toEqual(['csv', 'benefits'])
})

test('what only its own room shows stands in no history, print or export', async () => {
  const { id } = await files.openHousehold(staff, number)
  const secret = { id: randomUUID(), kind: 'opinion', body: { words: '不公开的一票' } }
  await files.addRecord(staff, id, secret)
  const timeline = await feifei.get(at('/timeline'))
  const taken = await feifei.post(at('/export'), { purpose: 'review', format: 'json', part: null })
  const seen = await feifei.get(at(`/joining/${other}`))
  for (const { body, status } of [timeline, taken, seen]) {
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(/opinion|不公开/)
  }
})

test('another street reads and writes nothing of it', async () => {
  const reads = [
    '',
    '/members',
    '/needs',
    '/benefits',
    '/papers',
    '/contacts',
    '/timeline',
    '/alike',
  ]
  for (const rest of [...reads, '/assessments', `/joining/${other}`]) {
    expect((await stranger.get(at(rest))).status, rest).toBe(404)
  }
  const writes = [
    ['/members', { ...MEMBER, id: randomUUID() }],
    [
      '/needs',
      {
        id: randomUUID(),
        version: null,
        code: null,
        words: 'x',
        urgency: 'normal',
        state: 'unmet',
      },
    ],
    ['/benefits', { ...BENEFIT, id: randomUUID() }],
    ['/person', { name: '别人', reason: '试试' }],
    ['/join', { id: randomUUID(), other, reason: '试试' }],
    ['/export', { purpose: 'review', format: 'json', part: null }],
  ] as const
  for (const [rest, body] of writes) {
    expect((await stranger.post(at(rest), body)).status, rest).toBe(404)
  }
})

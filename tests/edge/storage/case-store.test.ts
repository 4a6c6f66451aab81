import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/core/casework/case-file.ts'
import type { QueueList } from '../../../src/core/casework/desk-lists.ts'
import type { Staff } from '../../../src/core/people/role.ts'
import { caseStore } from '../../../src/edge/storage/case-store.ts'
import { caseWrites } from '../../../src/edge/storage/cases/case-writes.ts'
import { markBreached } from '../../../src/edge/storage/cases/mark-breached.ts'
import { headsOf } from '../../../src/edge/storage/cases/queue-order.ts'
import { queueSnapshot } from '../../../src/edge/storage/cases/queue-snapshot.ts'
import type { Pool } from '../../../src/edge/storage/pool.ts'
import { staffStore } from '../../../src/edge/storage/staff-store.ts'
import { transaction } from '../../../src/edge/storage/transaction.ts'
import type { CaseStore } from '../../../src/work/ports/cases.ts'
import {
  anAdviser,
  anOpening,
  aRoute,
  DISTRICT,
  HUAYANG,
  JIANGSU,
  MINUTE,
  NOON,
  RING,
} from '../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let turn: Pool
let desk: Pool
let store: CaseStore
beforeAll(async () => {
  database = await openDatabase()
  turn = database.pool('hearth_turn')
  desk = database.pool('hearth_desk', { max: 20 })
  store = caseStore({ pool: desk, ring: RING, clock: { now: () => NOON } })
})
afterAll(() => database.close())

/** Each test has a street of its own. */
let streets = 100
const aStreet = () => `310105${++streets}`

async function opened(street: string | undefined, changes: Partial<CaseFile> = {}) {
  const opening = anOpening({ route: aRoute(street), ...changes })
  await transaction(turn, null, (tx) => caseWrites(tx, RING).openCase(opening))
  return opening.file
}

async function queueOf(staff: Staff, list: QueueList = 'waiting') {
  return (await store.listCases(staff, { list })).rows
}

async function hired(street: string, name = '沈一鸣') {
  const book = staffStore({
    pool: desk,
    clock: { now: () => NOON },
    ids: { uuid: randomUUID, token: randomUUID, chance: () => 0 },
  })
  const login = randomUUID()
  const person = { login, name, role: 'adviser', district: DISTRICT, streets: [street] } as const
  return book.createStaff({ ...person, password: null })
}

test('the queue stands in its order', async () => {
  const street = aStreet()
  const crisis = { tier: 'high', type: 'self_harm' }
  const due = (minutes: number) => ({ acknowledge: NOON, contact: NOON + minutes * MINUTE })
  const late = await opened(street, { due: due(500) })
  const soon = await opened(street, { due: due(60) })
  const older = await opened(street, { due: due(90), openedAt: NOON - 1 })
  const newer = await opened(street, { due: due(90) })
  const today = await opened(street, { urgency: 'same_day', due: due(400) })
  const now = await opened(street, { urgency: 'now', due: due(450) })
  const breached = await opened(street)
  const breachedLonger = await opened(street)
  const danger = await opened(street, { crisis, due: due(999) })
  const unfinished = await opened(street, { status: 'unfinished', due: due(70) })
  const mark = 'update help_case set breached_at = to_timestamp($2 / 1000.0) where id = $1'
  await turn.query(mark, [breached.id, NOON - 1 * MINUTE])
  await turn.query(mark, [breachedLonger.id, NOON - 9 * MINUTE])
  const queue = await queueOf(anAdviser({ streets: [street] }))
  const expected = [
    danger,
    breachedLonger,
    breached,
    now,
    today,
    soon,
    unfinished,
    older,
    newer,
    late,
  ]
  expect(queue.map(({ number }) => number)).toEqual(expected.map(({ number }) => number))
  expect(queue[0]).toMatchObject({ name: danger.name, story: danger.story, reason: 'street' })
})

test('an adviser of several streets sees them merged in one order', async () => {
  const [one, two] = [aStreet(), aStreet()]
  const due = (minutes: number) => ({ acknowledge: NOON, contact: NOON + minutes * MINUTE })
  const files = []
  for (const at of [1, 2, 3, 4]) files.push(await opened(at % 2 ? one : two, { due: due(at) }))
  const queue = await queueOf(anAdviser({ streets: [one, two] }))
  expect(queue.map(({ number }) => number)).toEqual(files.map(({ number }) => number))
})

test('a case of a foreign street is not found, whatever is tried', async () => {
  const file = await opened(aStreet())
  const stranger = anAdviser({ streets: [JIANGSU] })
  const notFound = { code: 'not_found' }
  await expect(store.readCase(stranger, file.number)).rejects.toMatchObject(notFound)
  await expect(store.claimCase(stranger, file.number, 1)).rejects.toMatchObject(notFound)
  await expect(store.releaseCase(stranger, file.number, 1)).rejects.toMatchObject(notFound)
  await expect(store.noteContact(stranger, file.number)).rejects.toMatchObject(notFound)
  const otherDistrict = anAdviser({ district: '310106', streets: [file.route.street ?? ''] })
  await expect(store.readCase(otherDistrict, file.number)).rejects.toMatchObject(notFound)
})

test('a case without a street is assigned by supervisors and the duty, not shown to other advisers', async () => {
  const file = await opened(undefined)
  const numbers = async (role: 'adviser' | 'supervisor' | 'district') =>
    (await queueOf(anAdviser({ role }))).map(({ number }) => number)
  expect(await numbers('adviser')).not.toContain(file.number)
  expect(await numbers('supervisor')).toContain(file.number)
  expect(await numbers('district')).toContain(file.number)
  for (const streets of [[''], [HUAYANG, '']]) {
    const onDuty = anAdviser({ streets })
    expect((await store.readCase(onDuty, file.number)).file).toEqual(file)
    expect((await queueOf(onDuty)).map(({ number }) => number)).toContain(file.number)
  }
})

test('a read case is opened whole, and the reading is recorded with it', async () => {
  const street = aStreet()
  const file = await opened(street)
  const adviser = anAdviser({ streets: [street] })
  const read = await store.readCase(adviser, file.number)
  expect(read.file).toEqual(file)
  const { rows } = await turn.query('select act, actor, object from audit where chain = $1', [
    street,
  ])
  expect(rows).toEqual([{ act: 'case.read', actor: adviser.id, object: `case:${file.id}` }])
})

test('other cases of the same phone are named, those of foreign streets not', async () => {
  const street = aStreet()
  const phone = '136 5501 7742'
  const [one, two] = [
    await opened(street, { phone }),
    await opened(street, { phone: '13655017742' }),
  ]
  await opened(aStreet(), { phone })
  const { samePhone } = await store.readCase(anAdviser({ streets: [street] }), one.number)
  expect(samePhone.map(({ number }) => number)).toEqual([two.number])
})

test('of fifty who press at once exactly one gets the case, the others learn who', async () => {
  const street = aStreet()
  const file = await opened(street)
  const people = await Promise.all(Array.from({ length: 5 }, (_, i) => hired(street, `顾问${i}`)))
  const claims = Array.from({ length: 50 }, (_, i) => {
    const person = people[i % 5]
    if (!person) throw new Error('nobody')
    return store.claimCase(person, file.number, 1).then(
      () => ({ won: person.name }),
      (error) => ({ lost: error }),
    )
  })
  const results = await Promise.all(claims)
  const winners = results.flatMap((result) => ('won' in result ? [result.won] : []))
  expect(winners).toHaveLength(1)
  for (const result of results) {
    if (!('lost' in result) || result.lost.code === 'stale') continue
    expect(result.lost).toMatchObject({ code: 'already_claimed', details: { by: winners[0] } })
  }
  const { rows } = await turn.query(
    `select count(*) from case_event where case_id = $1 and kind = 'claimed'`,
    [file.id],
  )
  expect(rows).toEqual([{ count: 1 }])
})

test('people who take the next case all get different ones, the first first', async () => {
  const street = aStreet()
  const files = []
  for (let at = 0; at < 12; at++) files.push(await opened(street))
  const people = await Promise.all(Array.from({ length: 4 }, () => hired(street)))
  const first = people[0]
  if (!first) throw new Error('nobody')
  const [head] = await queueOf(first)
  expect(await store.claimNext(first)).toMatchObject({ number: head?.number })
  const taken = await Promise.all(
    Array.from({ length: 16 }, (_, i) => store.claimNext(people[i % 4] ?? first)),
  )
  const numbers = taken.flatMap((claimed) => (claimed ? [claimed.number] : []))
  expect(numbers).toHaveLength(11)
  expect(new Set([...numbers, head?.number])).toEqual(new Set(files.map(({ number }) => number)))
})

test('a released case stands where it stood, with danger on top again', async () => {
  const street = aStreet()
  const person = await hired(street)
  await opened(street, { urgency: 'now' })
  const danger = await opened(street, { crisis: { tier: 'imminent', type: 'self_harm' } })
  const version = await store.claimCase(person, danger.number, 1)
  expect((await queueOf(person, 'mine')).map(({ number }) => number)).toEqual([danger.number])
  await expect(store.releaseCase(person, danger.number, version - 1)).rejects.toMatchObject({
    code: 'stale',
  })
  await store.releaseCase(person, danger.number, version)
  const [head] = await queueOf(person)
  expect(head).toMatchObject({ number: danger.number, status: 'waiting', claimed: null })
})

test('an alert is seen until somebody sees to it, or takes its case', async () => {
  const street = aStreet()
  const person = await hired(street)
  const crisis = { tier: 'imminent', type: 'self_harm' }
  const [one, two] = [await opened(street, { crisis }), await opened(street, { crisis })]
  const ids = [randomUUID(), randomUUID(), randomUUID()] as const
  const conversation = { bucket: 1, id: randomUUID() }
  const base = { district: DISTRICT, conversation, ...crisis, raisedAt: NOON }
  await transaction(turn, null, async (tx) => {
    const { raiseAlert } = caseWrites(tx, RING)
    await raiseAlert({ ...base, id: ids[0], street, case: one.id })
    await raiseAlert({ ...base, id: ids[1], street, case: two.id })
    await raiseAlert({ ...base, id: ids[2], street: null, case: null })
  })
  const seen = async (who = person) => (await store.listAlerts(who)).map(({ id }) => id).sort()
  expect(await seen()).toEqual([...ids].sort())
  expect(await seen(anAdviser({ streets: [JIANGSU] }))).toEqual([ids[2]])
  await store.acknowledgeAlert(person, ids[0])
  await store.claimCase(person, two.number, 1)
  await store.acknowledgeAlert(person, ids[2])
  expect(await seen()).toEqual([])
})

test('a clock that ran out is noted once, with the time it ran out', async () => {
  const street = aStreet()
  const person = await hired(street)
  const due = { acknowledge: NOON + 5 * MINUTE, contact: NOON + 60 * MINUTE }
  const [waiting, taken, called] = [
    await opened(street, { due }),
    await opened(street, { due }),
    await opened(street, { due }),
  ]
  await store.claimCase(person, taken.number, 1)
  await store.claimCase(person, called.number, 1)
  await store.noteContact(person, called.number)
  const marked = async (minutes: number) => {
    const numbers = await markBreached(turn, NOON + minutes * MINUTE)
    const own: readonly string[] = [waiting.number, taken.number, called.number]
    return numbers.filter((number) => own.includes(number))
  }
  expect(await marked(4)).toEqual([])
  expect(await marked(6)).toEqual([waiting.number])
  expect(await marked(61)).toEqual([taken.number])
  expect(await marked(999)).toEqual([])
  const { rows } = await turn.query('select breached_at from help_case where id = $1', [waiting.id])
  expect(rows).toEqual([{ breached_at: due.acknowledge }])
})

test('operators see the open cases without anything personal', async () => {
  const street = aStreet()
  const file = await opened(street)
  const line = (await queueSnapshot(turn)).find((open) => open.case === file.number)
  expect(line).toEqual({
    case: file.number,
    district: DISTRICT,
    street,
    committee: null,
    queue: `street:${street}`,
    reason: 'street',
    grade: null,
    points: null,
    urgency: 'normal',
    stage: 'routing',
    status: 'waiting',
    opened: NOON,
    channel: 'web',
    source: 'web',
  })
})

test('the next case of 20,000 is found along the index, with row security on', async () => {
  await turn.query(
    `insert into help_case (district_id, id, number, household_id, street_id, queue, route, stage,
       status, urgency, opened_at, acknowledge_due, contact_due, channel, source)
     select $1, gen_random_uuid(), 'x' || i, gen_random_uuid(), $2, 'q', '{}', 'routing', 'waiting',
       'normal', now(), now(), now() + i * interval '1 s', 'web', 'web'
     from generate_series(1, 20000) i`,
    [DISTRICT, HUAYANG],
  )
  const person = { actor: 'x', role: 'adviser', district: DISTRICT, streets: [HUAYANG] } as const
  const pages = await transaction(desk, person, async (tx) => {
    const literal = { $1: `'${DISTRICT}'`, $2: '1', $3: `'{${HUAYANG}}'` } as const
    const text = headsOf().replace(/\$[123]/g, (name) => literal[name as keyof typeof literal])
    const { rows } = await tx.query(`explain (analyze, buffers, format json) ${text}`)
    const { Plan } = rows[0]['QUERY PLAN'][0]
    return Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks']
  })
  // All 20,000 stand on more than 500 pages; the head of the index on a few.
  expect(pages).toBeLessThan(60)
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseWrites } from '../../../src/edge/storage/cases/case-writes.ts'
import type { Pool } from '../../../src/edge/storage/pool.ts'
import { transaction } from '../../../src/edge/storage/transaction.ts'
import type { CaseWrites } from '../../../src/work/ports/cases.ts'
import {
  anOpening,
  aRoute,
  DISTRICT,
  ELSEWHERE,
  HUAYANG,
  JIANGSU,
  MINUTE,
  NOON,
  RING,
} from '../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await openDatabase()
  pool = database.pool('hearth_turn')
})
afterAll(() => database.close())

const writing = <T>(fn: (writes: CaseWrites) => Promise<T>) =>
  transaction(pool, null, (tx) => fn(caseWrites(tx, RING)))

async function rowOf(id: string) {
  const { rows } = await pool.query('select * from help_case where id = $1', [id])
  return rows[0]
}

test('the same case opened twice is one case', async () => {
  const opening = anOpening()
  expect(await writing((to) => to.openCase(opening))).toBe('opened')
  expect(await writing((to) => to.openCase(opening))).toBe('known')
})

test('a number that is taken leaves the transaction whole', async () => {
  const first = anOpening()
  const second = anOpening({ number: first.file.number })
  await writing(async (to) => {
    expect(await to.openCase(first)).toBe('opened')
    expect(await to.openCase(second)).toBe('number_taken')
  })
  expect(await rowOf(first.file.id)).toMatchObject({ number: first.file.number })
  expect(await rowOf(second.file.id)).toBeUndefined()
})

test('what a resident said stands nowhere in clear', async () => {
  const opening = anOpening()
  await writing(async (to) => {
    await to.openCase(opening)
    const words = '窗台上的猫叫团团'
    const event = { district: DISTRICT, case: opening.file.id, at: NOON, actor: 'turn' }
    await to.addEvent({ ...event, kind: 'note_left', words })
  })
  for (const table of ['help_case', 'person', 'household', 'case_event', 'assessment']) {
    const { rows } = await pool.query(`select t::text as row from ${table} t`)
    for (const { row } of rows) {
      expect(row).not.toMatch(/秦望舒|0000.?4821|摔了|团团/)
      expect(Buffer.from(row.replace(/\\x/g, ''), 'hex').toString()).not.toMatch(/秦望舒|团团/)
    }
  }
})

test('an update keeps what people decided and never lowers danger', async () => {
  const crisis = { tier: 'high', type: 'self_harm' }
  const opening = anOpening({ crisis, status: 'unfinished' })
  const { id } = opening.file
  await writing((to) => to.openCase(opening))
  await pool.query(`update help_case set status = 'claimed', claimed_by = $2 where id = $1`, [
    id,
    randomUUID(),
  ])
  const due = { acknowledge: NOON + 90 * MINUTE, contact: NOON + 10 * MINUTE }
  const later = { ...opening.file, crisis: { tier: 'watch', type: 'low_mood' }, due }
  expect(await writing((to) => to.updateCase({ file: later, at: NOON }))).toBe(true)
  expect(await rowOf(id)).toMatchObject({
    status: 'claimed',
    crisis: 'high',
    crisis_type: 'self_harm',
    acknowledge_due: NOON + 30 * MINUTE,
    contact_due: NOON + 10 * MINUTE,
    version: 2,
  })
})

test('a corrected address moves all of the case to the other street', async () => {
  const opening = anOpening()
  const { id } = opening.file
  await writing(async (to) => {
    await to.openCase(opening)
    await to.addEvent({ district: DISTRICT, case: id, at: NOON, kind: 'opened', actor: 'turn' })
  })
  const moved = { ...opening.file, route: aRoute(JIANGSU) }
  await writing((to) => to.updateCase({ file: moved, at: NOON }))
  expect(await rowOf(id)).toMatchObject({ street_id: JIANGSU, queue: `street:${JIANGSU}` })
  for (const [table, column] of [
    ['household', 'id'],
    ['person', 'household_id'],
    ['case_event', 'case_id'],
  ]) {
    const { rows } = await pool.query(`select street_id from ${table} where ${column} = $1`, [id])
    expect(new Set(rows.map(({ street_id }) => street_id))).toEqual(new Set([JIANGSU]))
  }
})

test('a corrected address in another district takes the whole case along', async () => {
  const opening = anOpening()
  const { id } = opening.file
  await writing((to) => to.openCase(opening))
  const route = { ...aRoute(ELSEWHERE), district: '310106' }
  await writing((to) => to.updateCase({ file: { ...opening.file, route }, at: NOON }))
  expect(await rowOf(id)).toMatchObject({ district_id: '310106', street_id: ELSEWHERE })
  const later = { ...opening.file, route, story: '还是同一件事' }
  expect(await writing((to) => to.updateCase({ file: later, at: NOON }))).toBe(true)
  await writing((to) => to.eraseCase(DISTRICT, id, NOON))
  const { rows } = await pool.query('select district_id, data_key from household where id = $1', [
    id,
  ])
  expect(rows).toEqual([{ district_id: '310106', data_key: null }])
})

test('a taken case that moves to another street waits there; an address taken back moves nothing', async () => {
  const opening = anOpening()
  const { id } = opening.file
  const claim = `update help_case set status = 'claimed', claimed_by = $2, acknowledged_at = now()
    where id = $1`
  await writing((to) => to.openCase(opening))
  await pool.query(claim, [id, randomUUID()])
  const unplaced = { ...opening.file, route: aRoute() }
  await writing((to) => to.updateCase({ file: unplaced, at: NOON }))
  expect(await rowOf(id)).toMatchObject({ status: 'claimed', street_id: HUAYANG })
  const moved = { ...opening.file, route: aRoute(JIANGSU) }
  await writing((to) => to.updateCase({ file: moved, at: NOON }))
  expect(await rowOf(id)).toMatchObject({
    status: 'waiting',
    stage: 'routing',
    street_id: JIANGSU,
    claimed_by: null,
    acknowledged_at: null,
  })
  const { rows } = await pool.query('select kind, detail from case_event where case_id = $1', [id])
  expect(rows).toEqual([{ kind: 'moved', detail: { from: HUAYANG, to: JIANGSU, taken: true } }])
})

test('events of one case written at once are numbered without a gap', async () => {
  const opening = anOpening()
  await writing((to) => to.openCase(opening))
  const event = { district: DISTRICT, case: opening.file.id, at: NOON, kind: 'note', actor: 'turn' }
  await Promise.all(Array.from({ length: 12 }, () => writing((to) => to.addEvent(event))))
  const { rows } = await pool.query('select seq from case_event where case_id = $1 order by 1', [
    opening.file.id,
  ])
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
})

test('an erased case keeps its clocks and loses its words', async () => {
  const opening = anOpening()
  const { id } = opening.file
  await writing((to) => to.openCase(opening))
  await writing((to) => to.eraseCase(DISTRICT, id, NOON))
  expect(await rowOf(id)).toMatchObject({ status: 'withdrawn', sealed: null, street_id: HUAYANG })
  const { rows } = await pool.query(
    `select h.data_key, p.phone_index, length(p.sealed) as left from household h
     join person p on p.household_id = h.id where h.id = $1`,
    [id],
  )
  expect(rows).toEqual([{ data_key: null, phone_index: null, left: 0 }])
  expect(await writing((to) => to.updateCase({ file: opening.file, at: NOON }))).toBe(false)
})

test('an alert raised twice is one alert', async () => {
  const alert = {
    id: randomUUID(),
    district: DISTRICT,
    street: null,
    case: null,
    conversation: { bucket: 1, id: randomUUID() },
    tier: 'imminent',
    type: 'self_harm',
    raisedAt: NOON,
  }
  await writing((to) => to.raiseAlert(alert))
  await writing((to) => to.raiseAlert(alert))
  const { rows } = await pool.query('select count(*) from alert where id = $1', [alert.id])
  expect(rows).toEqual([{ count: 1 }])
})

test('a corrected name or number is found under its new form alone', async () => {
  const opening = anOpening({ name: '王伯伯', phone: '13800131234' })
  const { id } = opening.file
  const person = async () =>
    (await pool.query('select sealed, phone_index from person where id = $1', [id])).rows[0]
  await writing((to) => to.openCase(opening))
  const first = await person()

  const same = { ...opening.file, urgency: 'same_day' as const }
  await writing((to) => to.updateCase({ file: same, at: NOON }))
  expect(await person()).toEqual(first)

  // the last four digits stay the same: the number does not
  const other = { ...opening.file, phone: '13900131234' }
  await writing((to) => to.updateCase({ file: other, at: NOON }))
  const second = await person()
  expect(second.phone_index).not.toEqual(first.phone_index)

  const renamed = { ...other, name: '汪伯伯' }
  await writing((to) => to.updateCase({ file: renamed, at: NOON }))
  expect((await person()).sealed).not.toEqual(second.sealed)
})

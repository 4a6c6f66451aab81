import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/core/casework/case-file.ts'
import type { Staff } from '../../../src/core/people/role.ts'
import { HOUR, MINUTE } from '../../../src/core/time.ts'
import { CASE_COLUMNS, columnsOf } from '../../../src/edge/storage/cases/case-columns.ts'
import { placeOf } from '../../../src/edge/storage/cases/household-key.ts'
import { sealCard } from '../../../src/edge/storage/cases/seal-card.ts'
import { searchIndex } from '../../../src/edge/storage/cases/search-index.ts'
import { newDataKey } from '../../../src/edge/storage/seal/key-ring.ts'
import { seal } from '../../../src/edge/storage/seal/seal.ts'
import { DISTRICT, HUAYANG, RING } from '../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk } from '../../support/real-desk.ts'

/**
 * The desk of one street and of the whole district stays quick among many cases. With HEARTH_FIGURES
 * set there are 20,000 of them, and the figures are printed.
 */

const CASES = process.env.HEARTH_FIGURES ? 20_000 : 3_000
const STREETS = Array.from({ length: 10 }, (_, n) => `3101050${String(n + 1).padStart(2, '0')}`)
const SURNAMES = [...'王李张陈刘杨黄赵周吴徐孙']

let house: RealDesk
let adviser: Staff
let told: string
beforeAll(async () => {
  house = await openRealDesk()
  adviser = await house.hire([HUAYANG])
  const resident = house.resident()
  for (const text of [...ASKING, '两个人', '1', '三千六', '对', '2', '3', '1', '1', '2']) {
    await resident.says(text)
  }
  const [row] = (await house.desk.listCases(adviser, { list: 'waiting' })).rows
  told = row?.number ?? ''
  const { file } = await house.desk.readCase(adviser, told)
  await fill(file)
}, 120_000)
afterAll(() => house.close())

/** Copies of a real file under other names, each sealed for its own row. */
async function fill(file: CaseFile): Promise<void> {
  const { wrapped, key } = newDataKey(RING)
  for (let from = 0; from < CASES; from += 500) {
    const rows = Array.from({ length: 500 }, (_, at) => aCopy(file, from + at))
    const columns = [
      'id',
      'number',
      'opened_at',
      'sealed',
      'card',
      'channel',
      'source',
      ...CASE_COLUMNS,
    ]
    const values = rows.map((each) => [
      each.id,
      each.number,
      new Date(each.openedAt),
      seal(key, placeOf('help_case', each.id), each),
      sealCard(key, each),
      'web',
      'web',
      ...columnsOf(each),
    ])
    const places = values.map(
      (row, r) =>
        `($1, $${r * columns.length + 2}, ${row.map((_, c) => `$${r * columns.length + c + 2}`).join(', ')})`,
    )
    await house.turn.query(
      `insert into help_case (district_id, household_id, ${columns.join(', ')})
       values ${places.join(', ')}`,
      [DISTRICT, ...values.flat()],
    )
    await house.turn.query(
      `insert into household (district_id, id, street_id, data_key, opened_at)
       select $1, id, street, $2, now() from unnest($3::uuid[], $4::text[]) as t (id, street)`,
      [DISTRICT, wrapped, rows.map(({ id }) => id), rows.map(({ route }) => route.street)],
    )
    const tokens = rows.flatMap(({ id, route: { street = '' }, name, phone }) =>
      searchIndex(RING, street, name, phone).map((token) => [id, street, token] as const),
    )
    await house.turn.query(
      `insert into person_token (district_id, household_id, person_id, token, street_id)
       select $1, id, id, token, street
       from unnest($2::uuid[], $3::text[], $4::bytea[]) as t (id, street, token)
       on conflict do nothing`,
      [DISTRICT, ...[0, 1, 2].map((at) => tokens.map((each) => each[at]))],
    )
  }
  const owner = new pg.Client({ connectionString: house.url })
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.end()
}

function aCopy(file: CaseFile, n: number): CaseFile {
  const street = STREETS[n % STREETS.length] ?? HUAYANG
  const id = randomUUID()
  const number = `${String(2000 + Math.floor(n / 5000))}-${String(1000 + (n % 5000))}`
  const surname = SURNAMES[n % SURNAMES.length]
  const openedAt = house.now() - (n % 500) * HOUR
  return {
    ...file,
    ...{ id, number, openedAt, name: `${surname}${n}`, phone: `139${String(10_000_000 + n)}` },
    urgency: n % 9 === 0 ? 'same_day' : 'normal',
    route: { ...file.route, street, queue: `street:${street}` },
    due: { acknowledge: openedAt + 30 * MINUTE, contact: openedAt + (n % 700) * HOUR },
  }
}

async function timesOf(run: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (let n = 0; n < 60; n++) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { p50: times[30] ?? 0, p95: times[57] ?? 0 }
}

/** Ours is 20 ms at p95 on an idle machine; a busy one is given far more, at the median. */
const MOST = 150

test('lists, filters, searches and cases are quick among thousands', async () => {
  const { desk } = house
  const district = await house.hire([], { role: 'district' })
  const found: Record<string, { p50: number; p95: number }> = {
    queue: await timesOf(() => desk.listCases(adviser, { list: 'waiting' })),
    overdue: await timesOf(() => desk.listCases(adviser, { list: 'waiting', filter: 'overdue' })),
    page: await timesOf(() => desk.listCases(adviser, { list: 'all', after: '500' })),
    name: await timesOf(() => desk.listCases(adviser, { list: 'all', q: '王' })),
    tail: await timesOf(() => desk.listCases(adviser, { list: 'all', q: '0010' })),
    district: await timesOf(() => desk.listCases(district, { list: 'waiting' })),
    case: await timesOf(() => desk.readCase(adviser, told)),
  }
  if (process.env.HEARTH_FIGURES) process.stdout.write(`${JSON.stringify(found, null, 1)}\n`)
  for (const [what, { p50 }] of Object.entries(found)) expect(p50, what).toBeLessThan(MOST)
}, 120_000)

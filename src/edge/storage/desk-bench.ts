import pg from 'pg'
import type { CaseFile } from '../../core/casework/case-file.ts'
import { HOUR, type Instant } from '../../core/time.ts'
import { CASE_COLUMNS, columnsOf } from './cases/case-columns.ts'
import { placeOf } from './cases/household-key.ts'
import { sealCard } from './cases/seal-card.ts'
import { timestamp } from './column-types.ts'
import type { Pool } from './pool.ts'
import { type KeyRing, newDataKey } from './seal/key-ring.ts'
import { seal } from './seal/seal.ts'

export type BenchDistrict = {
  readonly count: number
  readonly streets: readonly string[]
  /** Who has cases; one in seven is taken. */
  readonly advisers: readonly { readonly id: string; readonly street: string }[]
  readonly now: Instant
  readonly uuid: () => string
  /** A real case that is copied, and its conversation. */
  readonly file: CaseFile
  readonly conversation: { readonly bucket: number; readonly id: string }
}

const BATCH = 400
/** Not a divisor of the number of streets: cases wait in all of them. */
const TAKEN = 7

/** Fills a store that is thrown away with copies of one case, each sealed by a key of its own. Runs as hearth_turn. */
export async function fillDistrict(pool: Pool, ring: KeyRing, what: BenchDistrict): Promise<void> {
  const { district } = what.file.route
  for (let from = 0; from < what.count; from += BATCH) {
    const many = Math.min(BATCH, what.count - from)
    const copies = Array.from({ length: many }, (_, at) => aCopy(what, from + at))
    const rows = copies.map(({ file, owner }) => rowOf(ring, what, file, owner))
    const width = rows[0]?.values.length ?? 0
    const places = rows.map(
      (_, row) =>
        `($1, ${Array.from({ length: width }, (_, at) => `$${row * width + at + 2}`).join(', ')})`,
    )
    await pool.query(
      `insert into help_case (district_id, ${COLUMNS}) values ${places.join(', ')}`,
      [district, ...rows.flatMap(({ values }) => values)],
    )
    await pool.query(HOUSEHOLDS, [
      ...[district, copies.map(({ file }) => file.id)],
      ...[copies.map(({ file }) => file.route.street), rows.map(({ wrapped }) => wrapped)],
      timestamp(what.now),
    ])
  }
}

/** As the server itself does at night. `url` is of the owner. */
export async function tidyTables(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('vacuum analyze help_case, household, case_event, staff')
  await owner.end()
}

function aCopy({ file, streets, advisers, now, uuid }: BenchDistrict, n: number) {
  const owner = n % TAKEN === 0 ? advisers[(n / TAKEN) % advisers.length] : undefined
  const street = owner?.street ?? streets[n % streets.length] ?? ''
  const openedAt = now - (n % 300) * HOUR
  const number = `${2000 + Math.floor(n / 5000)}-${1000 + (n % 5000)}`
  const copy: CaseFile = {
    ...file,
    ...{ id: uuid(), number, openedAt, name: `样例${n}`, phone: `139${10_000_000 + n}` },
    ...{ status: 'waiting', urgency: n % 9 === 0 ? 'same_day' : 'normal' },
    route: { ...file.route, street, queue: `street:${street}` },
    due: {
      acknowledge: now + ((n % 97) - 2) * HOUR,
      contact: now + ((n % 101) - 1) * HOUR,
    },
  }
  return { file: copy, owner }
}

function rowOf(
  ring: KeyRing,
  { now, conversation }: BenchDistrict,
  file: CaseFile,
  owner: { readonly id: string } | undefined,
) {
  const { wrapped, key } = newDataKey(ring)
  const columns = CASE_COLUMNS.map((name, at) =>
    name === 'status' && owner ? 'claimed' : columnsOf(file)[at],
  )
  const taken = owner ? timestamp(now) : null
  const values = [
    ...[file.id, file.id, file.number, timestamp(file.openedAt), conversation.bucket],
    ...[conversation.id, 'web', file.source, seal(key, placeOf('help_case', file.id), file), true],
    ...[sealCard(key, file), owner?.id ?? null, taken, taken],
    ...columns,
  ]
  return { wrapped, values }
}

const COLUMNS = `id, household_id, number, opened_at, bucket, conversation_id, channel, source, sealed, sample,
  card, claimed_by, claimed_at, acknowledged_at, ${CASE_COLUMNS.join(', ')}`
const HOUSEHOLDS = `insert into household (district_id, id, street_id, data_key, sample, opened_at)
  select $1, id, street, key, true, $5 from unnest($2::uuid[], $3::text[], $4::bytea[]) as t (id, street, key)`

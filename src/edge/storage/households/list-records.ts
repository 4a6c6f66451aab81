import type { FileRecord, PastRecord, RecordsAsk } from '../../../work/ports/household-files.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { openFor, placeOf } from '../cases/household-key.ts'
import { streetsOf } from '../cases/scope.ts'
import { rowsOf } from '../pool.ts'
import { openDataKey } from '../seal/key-ring.ts'
import { fileOfHousehold } from './file-of-household.ts'
import { RECORD_ROWS, type RecordRow, recordOf } from './record-row.ts'

/** What stands in a file and in those that were joined to it, newest first. */
export async function listRecords(
  on: DeskTx,
  household: string,
  kinds?: readonly string[],
): Promise<readonly FileRecord[]> {
  const file = await fileOfHousehold(on, household)
  const values = [on.staff.district, file.id, kinds ?? null]
  const rows = await rowsOf<RecordRow>(on.tx, OF_FILE, values)
  return rows.map((row) => recordOf(on.ring, row))
}

/** Records across households: what is due, what was done. */
export async function findRecords(on: DeskTx, ask: RecordsAsk): Promise<readonly FileRecord[]> {
  const { tx, ring, staff } = on
  const streets = ask.street === undefined ? streetsOf(staff) : [ask.street]
  const rows = await rowsOf<RecordRow>(tx, ACROSS, [
    staff.district,
    ask.kinds,
    streets,
    ask.open ?? null,
    ask.dueUntil ?? null,
    ask.from ?? null,
    ask.to ?? null,
    ask.owner ?? null,
    ask.group ?? null,
    Math.min(ask.most ?? MOST, MOST),
  ])
  return rows.map((row) => recordOf(ring, row))
}

/** What a record was before each change, newest first. */
export async function pastOf(
  on: DeskTx,
  household: string,
  id: string,
): Promise<readonly PastRecord[]> {
  const file = await fileOfHousehold(on, household)
  const rows = await rowsOf<PastRow>(on.tx, PAST, [on.staff.district, file.id, id])
  return rows.map(({ data_key, sealed, by, by_name, ...past }) => ({
    ...past,
    by: { id: by, name: by_name ?? '' },
    body: openFor(
      data_key === null ? null : openDataKey(on.ring, data_key),
      placeOf('file_record', id),
      sealed,
    ),
  }))
}

const MOST = 500

type PastRow = Omit<PastRecord, 'by' | 'body'> & {
  readonly by: string
  readonly by_name: string | null
  readonly sealed: Buffer | null
  readonly data_key: Buffer | null
}

const OF_FILE = {
  name: 'file_records',
  text: `${RECORD_ROWS}
    where r.district_id = $1 and (h.id = $2 or h.merged_into = $2)
      and ($3::text[] is null or r.kind = any($3::text[]))
    order by coalesce(r.day, (r.at at time zone 'Asia/Shanghai')::date) desc, r.at desc, r.id`,
}
const ACROSS = {
  name: 'file_records_across',
  text: `${RECORD_ROWS}
    where r.district_id = $1 and r.kind = any($2::text[])
      and ($3::text[] is null or r.street_id = any($3::text[]))
      and ($4::bool is null or r.is_open = $4)
      and ($5::date is null or r.due_on <= $5)
      and ($6::date is null or r.day >= $6) and ($7::date is null or r.day <= $7)
      and ($8::uuid is null or r.owner_id = $8)
      and ($9::uuid is null or r.group_id = $9)
    order by r.due_on nulls last, r.day desc nulls last, r.at desc, r.id limit $10`,
}
const PAST = {
  name: 'file_record_past',
  text: `select p.version, p.state, p.detail, p.sealed, p.by, s.name as by_name, p.at, h.data_key
    from file_record_past p
    join household h on h.district_id = p.district_id and h.id = p.household_id
    left join staff s on s.district_id = p.district_id and s.id::text = p.by
    where p.district_id = $1 and (h.id = $2 or h.merged_into = $2) and p.id = $3
    order by p.version desc limit 200`,
}

import type { Day } from '../../../core/time.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import { openFor, placeOf } from '../cases/household-key.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'

/** A record as it is read, with the key of its household and the names of who is in it. */
export const RECORD_ROWS = `select r.id, r.household_id, r.street_id, r.kind, r.state, r.is_open,
    r.owner_id, o.name as owner_name, r.due_on::text as due_on, r.day::text as day, r.case_id,
    r.group_id, r.amount, r.detail, r.sealed, r.version, r.by, b.name as by_name, r.at,
    r.changed_by, c.name as changed_name, r.changed_at, h.data_key
  from file_record r
  join household h on h.district_id = r.district_id and h.id = r.household_id
  left join staff o on o.district_id = r.district_id and o.id = r.owner_id
  left join staff b on b.district_id = r.district_id and b.id::text = r.by
  left join staff c on c.district_id = r.district_id and c.id::text = r.changed_by`

export type RecordRow = {
  readonly id: string
  readonly household_id: string
  readonly street_id: string
  readonly kind: string
  readonly state: string
  readonly is_open: boolean
  readonly owner_id: string | null
  readonly owner_name: string | null
  readonly due_on: Day | null
  readonly day: Day | null
  readonly case_id: string | null
  readonly group_id: string | null
  readonly amount: number | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly sealed: Buffer | null
  readonly version: number
  readonly by: string
  readonly by_name: string | null
  readonly at: number
  readonly changed_by: string
  readonly changed_name: string | null
  readonly changed_at: number
  readonly data_key: Buffer | null
}

export function recordOf(ring: KeyRing, row: RecordRow): FileRecord {
  const key = row.data_key === null ? null : openDataKey(ring, row.data_key)
  const { owner_id: owner } = row
  return {
    id: row.id,
    household: row.household_id,
    kind: row.kind,
    state: row.state,
    open: row.is_open,
    owner: owner === null ? null : { id: owner, name: row.owner_name ?? '' },
    dueOn: row.due_on,
    day: row.day,
    case: row.case_id,
    group: row.group_id,
    amount: row.amount,
    detail: row.detail,
    body: openFor(key, placeOf('file_record', row.id), row.sealed),
    version: row.version,
    by: { id: row.by, name: row.by_name ?? '' },
    at: row.at,
    changedBy: { id: row.changed_by, name: row.changed_name ?? '' },
    changedAt: row.changed_at,
  }
}

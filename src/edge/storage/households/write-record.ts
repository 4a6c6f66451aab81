import type { FileKind } from '../../../core/casework/file-kind.ts'
import { isOpen, mayMove } from '../../../core/casework/file-kind.ts'
import { fileKindOf } from '../../../core/casework/file-kinds.ts'
import { problem } from '../../../core/errors.ts'
import type { FileRecord, NewRecord, RecordChange } from '../../../work/ports/household-files.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { placeOf } from '../cases/household-key.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { openDataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { type FileRow, fileOfHousehold, holdFile } from './file-of-household.ts'
import { holdOpen } from './hold-open.ts'
import { KEEP_PAST } from './keep-past.ts'
import { noteInAudit } from './open-household.ts'
import { RECORD_ROWS, type RecordRow, recordOf } from './record-row.ts'

/** A new record; the same id again gives the record as it stands. */
export async function addRecord(
  on: DeskTx,
  household: string,
  record: NewRecord,
): Promise<FileRecord> {
  const kind = kindOf(record.kind)
  const state = record.state ?? kind.states[0] ?? ''
  if (!kind.states.includes(state)) throw problem('bad_request', { field: 'state' })
  const { tx, staff, at } = on
  if (record.case) await holdOpen(on, kind, state, record.case)
  const file = await holdFile(on, household)
  const added = await rowOf(tx, ADD, [
    staff.district,
    file.id,
    record.id,
    file.street_id,
    kind.kind,
    state,
    isOpen(kind, state),
    record.owner ?? null,
    record.dueOn ?? null,
    record.day ?? null,
    record.case ?? null,
    record.group ?? null,
    record.amount ?? null,
    JSON.stringify(record.detail ?? {}),
    sealBody(on, file, record.id, record.body),
    staff.id,
    timestamp(at),
  ])
  if (added) await noteInAudit(on, file, `${kind.kind}.added`)
  return readBack(on, file.id, record.id)
}

/** One deed for many households. The ids are made by who writes; all rows or none. */
export async function addToAll(
  on: DeskTx,
  households: readonly { readonly household: string; readonly id: string }[],
  record: Omit<NewRecord, 'id'>,
): Promise<readonly FileRecord[]> {
  const added: FileRecord[] = []
  for (const { household, id } of households) {
    added.push(await addRecord(on, household, { ...record, id }))
  }
  return added
}

/** The next version; the one before is kept. */
export async function changeRecord(
  on: DeskTx,
  household: string,
  id: string,
  version: number,
  change: RecordChange,
): Promise<FileRecord> {
  const file = await fileOfHousehold(on, household)
  const { tx, staff, at } = on
  const held = await rowOf<HeldRow>(tx, HOLD, [staff.district, file.id, id])
  if (!held) throw problem('not_found', { record: id })
  if (held.version !== version) throw problem('stale', { version: held.version })
  const kind = kindOf(held.kind)
  const state = change.state ?? held.state
  if (!mayMove(kind, held.state, state)) throw problem('bad_request', { field: 'state' })
  if (held.case_id !== null && !held.is_open) await holdOpen(on, kind, state, held.case_id)
  await rowsOf(tx, KEEP_PAST, [staff.district, held.household_id, id])
  const given = (name: keyof RecordChange) => name in change
  const own = { ...file, id: held.household_id, data_key: held.data_key }
  await rowsOf(tx, CHANGE, [
    staff.district,
    held.household_id,
    id,
    state,
    isOpen(kind, state),
    given('owner') ? (change.owner ?? null) : held.owner_id,
    given('dueOn') ? (change.dueOn ?? null) : held.due_on,
    given('day') ? (change.day ?? null) : held.day,
    given('amount') ? (change.amount ?? null) : held.amount,
    JSON.stringify(given('detail') ? (change.detail ?? {}) : held.detail),
    given('body') ? sealBody(on, own, id, change.body) : held.sealed,
    staff.id,
    timestamp(at),
  ])
  await noteInAudit(on, file, `${kind.kind}.${state}`, Object.keys(change))
  return readBack(on, file.id, id)
}

function kindOf(name: string): FileKind {
  const kind = fileKindOf(name)
  if (!kind) throw problem('bad_request', { field: 'kind' })
  return kind
}

function sealBody(
  { ring }: DeskTx,
  file: Pick<FileRow, 'id' | 'data_key'>,
  id: string,
  body: unknown,
): Buffer {
  if (file.data_key === null) throw problem('not_found', { household: file.id })
  return seal(openDataKey(ring, file.data_key), placeOf('file_record', id), body)
}

async function readBack({ tx, ring, staff }: DeskTx, file: string, id: string) {
  const row = await rowOf<RecordRow>(tx, READ, [staff.district, file, id])
  if (!row) throw problem('not_found', { record: id })
  return recordOf(ring, row)
}

type HeldRow = Pick<
  RecordRow,
  | 'household_id'
  | 'kind'
  | 'state'
  | 'is_open'
  | 'case_id'
  | 'owner_id'
  | 'due_on'
  | 'day'
  | 'amount'
  | 'detail'
  | 'sealed'
  | 'version'
  | 'data_key'
>

const ADD = {
  name: 'file_record_add',
  text: `insert into file_record (district_id, household_id, id, street_id, kind, state, is_open,
      owner_id, due_on, day, case_id, group_id, amount, detail, sealed, by, at, changed_by, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $16, $17)
    on conflict do nothing returning id`,
}
const HOLD = {
  name: 'file_record_hold',
  text: `select r.household_id, r.kind, r.state, r.is_open, r.case_id, r.owner_id, r.due_on::text as due_on,
      r.day::text as day, r.amount, r.detail, r.sealed, r.version, h.data_key
    from file_record r
    join household h on h.district_id = r.district_id and h.id = r.household_id
    where r.district_id = $1 and (h.id = $2 or h.merged_into = $2) and r.id = $3
    for no key update of r`,
}
const CHANGE = {
  name: 'file_record_change',
  text: `update file_record set state = $4, is_open = $5, owner_id = $6, due_on = $7, day = $8,
      amount = $9, detail = $10, sealed = $11, changed_by = $12, changed_at = $13,
      version = version + 1
    where district_id = $1 and household_id = $2 and id = $3`,
}
const READ = {
  name: 'file_record_read',
  text: `${RECORD_ROWS}
    where r.district_id = $1 and (h.id = $2 or h.merged_into = $2) and r.id = $3`,
}

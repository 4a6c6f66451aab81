import { problem } from '../../../core/errors.ts'
import type { Joining } from '../../../work/ports/household-deeds.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { fileOfHousehold } from './file-of-household.ts'
import { listRecords } from './list-records.ts'
import { noteInAudit } from './open-household.ts'
import { addRecord, changeRecord } from './write-record.ts'

/**
 * Joins another file, with all that was joined to it: it keeps its rows and its key and only points here. What
 * came is written down, so that parting gives back exactly that.
 */
export async function joinFiles(
  on: DeskTx,
  household: string,
  other: string,
  { id, reason }: Joining,
): Promise<void> {
  const { tx, staff } = on
  const [into, from] = [await fileOfHousehold(on, household), await fileOfHousehold(on, other)]
  if (into.id === from.id) throw problem('bad_request', { field: 'other' })
  const pair = [into.id, from.id]
  const held = await rowsOf<Held>(tx, HOLD, [staff.district, pair])
  // Streets do not see each other's files: a joined one would be lost to its own.
  if (into.street_id !== from.street_id) throw problem('bad_request', { field: 'street' })
  if (held.length < pair.length) throw problem('stale')
  const moved = await rowsOf<{ id: string }>(tx, JOIN, [staff.district, from.id, into.id])
  const takes = into.adviser_id === null && from.adviser_id !== null
  if (takes) await rowsOf(tx, ADVISER, [staff.district, into.id, from.adviser_id])
  const detail = { from: from.id, moved: moved.map((each) => each.id), takes }
  await addRecord(on, into.id, { id, kind: 'joining', detail, body: { reason } })
  await noteInAudit(on, from, 'household.joined', [], reason)
}

/** Two files are alike and not of one household: they are not proposed to each other again. */
export async function refuseJoining(
  on: DeskTx,
  household: string,
  other: string,
  { id, reason }: Joining,
): Promise<void> {
  const from = await fileOfHousehold(on, other)
  const refused = { kind: 'joining', state: 'refused', body: { reason } }
  const into = await fileOfHousehold(on, household)
  if (into.id === from.id) throw problem('bad_request', { field: 'other' })
  await addRecord(on, into.id, { ...refused, id, detail: { from: from.id } })
  await addRecord(on, from.id, { ...refused, id, detail: { from: into.id } })
}

/** Takes out again what one joining brought, with the adviser that came along. */
export async function partFiles(on: DeskTx, household: string, joining: string): Promise<void> {
  const { tx, staff } = on
  const file = await fileOfHousehold(on, household)
  const record = (await listRecords(on, file.id, ['joining'])).find(({ id }) => id === joining)
  if (!record) throw problem('not_found', { joining })
  if (record.state !== 'joined') throw problem('stale', { version: record.version })
  const { from, moved, takes } = record.detail as JoinedDetail
  await changeRecord(on, file.id, joining, record.version, { state: 'parted' })
  await rowsOf(tx, PART, [staff.district, moved, file.id, from])
  if (takes) await rowsOf(tx, UNADVISE, [staff.district, file.id, from])
  const row = await rowOf<Held>(tx, STREET, [staff.district, from])
  if (row) await noteInAudit(on, row, 'household.parted')
}

type Held = { readonly id: string; readonly street_id: string }

type JoinedDetail = {
  readonly from: string
  readonly moved: readonly string[]
  readonly takes: boolean
}

/** In the order of their ids, so that two who join both ways do not wait in a circle. */
const HOLD = {
  name: 'household_hold_pair',
  text: `select id, street_id from household
    where district_id = $1 and id = any($2::uuid[]) and merged_into is null
    order by id for no key update`,
}
const JOIN = {
  name: 'household_join',
  text: `update household set merged_into = $3
    where district_id = $1 and (id = $2 or merged_into = $2) returning id`,
}
/** The first of those that leave is a file of its own again, and the others belong to it. */
const PART = {
  name: 'household_part',
  text: `update household set merged_into = case when id = $4 then null else $4 end
    where district_id = $1 and id = any($2::uuid[]) and merged_into = $3`,
}
const ADVISER = {
  name: 'household_take_adviser',
  text: 'update household set adviser_id = $3 where district_id = $1 and id = $2',
}
const UNADVISE = {
  name: 'household_untake_adviser',
  text: `update household set adviser_id = null where district_id = $1 and id = $2
    and adviser_id = (select adviser_id from household where district_id = $1 and id = $3)`,
}
const STREET = {
  name: 'household_street_of',
  text: 'select id, street_id from household where district_id = $1 and id = $2',
}

import type { Member } from '../../../core/casework/member.ts'
import type { SavedMember } from '../../../work/ports/household-deeds.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { householdKey, placeOf } from '../cases/household-key.ts'
import { searchIndex } from '../cases/search-index.ts'
import { rowsOf } from '../pool.ts'
import { seal } from '../seal/seal.ts'
import { exactIndex } from './exact-index.ts'
import { fileOfHousehold } from './file-of-household.ts'
import { RECORD_ROWS, type RecordRow, recordOf } from './record-row.ts'
import { addRecord, changeRecord } from './write-record.ts'

/** Writes a member, and lets the household be found by who that is. */
export async function saveMember(
  on: DeskTx,
  household: string,
  { id, version, state, kin, member }: SavedMember,
): Promise<FileRecord> {
  const what = { state, detail: { kin }, body: member }
  const record =
    version === null
      ? await addRecord(on, household, { ...what, id, kind: 'member' })
      : await changeRecord(on, household, id, version, what)
  const file = await fileOfHousehold(on, household)
  await indexMember(on, record.household, file.street_id, record)
  return record
}

/**
 * A household goes to another street: its file stays its own, because the two streets do not see each other's,
 * and what its members are found by, salted by the street, is made anew.
 */
export async function moveFile(on: DeskTx, household: string, to: string): Promise<void> {
  const { tx, ring, staff } = on
  await rowsOf(tx, PART_ALL, [staff.district, household])
  const rows = await rowsOf<RecordRow>(tx, MEMBERS, [staff.district, household])
  for (const row of rows) await indexMember(on, household, to, recordOf(ring, row))
}

async function indexMember(
  { tx, ring, staff }: DeskTx,
  household: string,
  street: string,
  { id, body }: Pick<FileRecord, 'id' | 'body'>,
): Promise<void> {
  const key = await householdKey(tx, ring, staff.district, household)
  if (key === null || body === null) return
  const { name, phone, idNumber } = body as Member
  const found = [
    ...searchIndex(ring, street, name, phone),
    ...exactIndex(ring, { phone, idNumber }),
  ]
  const sealed = seal(key, placeOf('person', id), { name, phone })
  await rowsOf(tx, FILE, [staff.district, household, id, street, sealed, found])
  await rowsOf(tx, FORGET, [staff.district, household, id])
  await rowsOf(tx, FIND_BY, [staff.district, household, id, street, found])
}

const PART_ALL = {
  name: 'household_part_all',
  text: `update household set merged_into = null
    where district_id = $1 and (merged_into = $2 or id = $2 and merged_into is not null)`,
}
const MEMBERS = {
  name: 'household_members',
  text: `${RECORD_ROWS} where r.district_id = $1 and r.household_id = $2 and r.kind = 'member'`,
}
/** The index of the phone is for who first asked: a daughter's number opens no talk of her mother's. */
const FILE = {
  name: 'member_file',
  text: `insert into person (district_id, household_id, id, street_id, sealed, search)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (district_id, household_id, id) do update
    set street_id = excluded.street_id, sealed = excluded.sealed, search = excluded.search`,
}
const FORGET = {
  name: 'member_forget',
  text: 'delete from person_token where district_id = $1 and household_id = $2 and person_id = $3',
}
const FIND_BY = {
  name: 'member_find_by',
  text: `insert into person_token (district_id, household_id, person_id, token, street_id)
    select distinct $1, $2::uuid, $3::uuid, token, $4 from unnest($5::bytea[]) as t (token)
    on conflict do nothing`,
}

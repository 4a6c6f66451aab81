import { randomUUID } from 'node:crypto'
import type { DeclineReason } from '../../../core/casework/desk-lists.ts'
import { timestamp } from '../column-types.ts'
import { exactIndex } from '../households/exact-index.ts'
import { handOverCase } from '../households/hand-over.ts'
import { moveFile } from '../households/save-member.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { callPerson } from './call-person.ts'
import type { DeskTx } from './desk-tx.ts'
import { type Held, holdCase } from './hold-case.ts'
import { sealedFile } from './sealed-file.ts'
import { searchIndex } from './search-index.ts'
import { writeLine } from './write-line.ts'

/** Takes a case that was offered to one's street: it moves there with its history, and is claimed. */
export async function acceptTransfer(on: DeskTx, number: string, version: number): Promise<number> {
  const { tx, ring, staff, at } = on
  const held = await holdCase(tx, { staff, number, act: 'accept_transfer', version, at })
  const to = held.offered_to ?? ''
  const offer = await settle(on, held, 'accepted')
  const values = [staff.district, held.id, to, staff.id, timestamp(at)]
  const row = await rowOf<{ version: number }>(tx, TAKE, values)
  for (const move of MOVES) await rowsOf(tx, move, [staff.district, held.id, to])
  await moveHome(on, held, to)
  const { household_id: household, claimed_by: from } = held
  const { id: by, district } = staff
  await rowsOf(tx, LOOK_AFTER, [district, household, by])
  await handOverCase(tx, { district, household, case: held.id, from, to: by, by, at })
  await tellSender(on, held, offer, 'accepted')
  const line = { kind: 'transfer_accepted', at, detail: { from: held.street_id, to } }
  await writeLine(tx, ring, staff, { ...held, street_id: to }, line)
  return row?.version ?? 0
}

/** Sends it back with a reason: the owner has had it all the time. */
export async function declineTransfer(
  on: DeskTx,
  number: string,
  version: number,
  { reason, note }: { readonly reason: DeclineReason; readonly note: string },
): Promise<number> {
  const { tx, ring, staff, at } = on
  const held = await holdCase(tx, { staff, number, act: 'decline_transfer', version, at })
  const offer = await settle(on, held, 'declined')
  const row = await rowOf<{ version: number }>(tx, UNMARK, [staff.district, held.id])
  await tellSender(on, held, offer, 'declined')
  const words = note === '' ? {} : { words: { text: note } }
  const detail = { reason, to: held.offered_to }
  await writeLine(tx, ring, staff, held, { kind: 'transfer_declined', at, detail, ...words })
  return row?.version ?? 0
}

async function settle({ tx, staff, at }: DeskTx, held: Held, state: 'accepted' | 'declined') {
  const values = [staff.district, held.id, state, timestamp(at), staff.id]
  return rowOf<{ from_staff: string }>(tx, SETTLE, values)
}

async function tellSender(
  { tx, staff, at }: DeskTx,
  { number }: Held,
  offer: { readonly from_staff: string } | null,
  kind: 'accepted' | 'declined',
): Promise<void> {
  if (!offer) return
  await callPerson(tx, { id: randomUUID(), to: offer.from_staff, kind, number, staff, at })
}

/** Household and person go along; what they are found by is salted by the street. */
export async function moveHome(on: DeskTx, held: Held, to: string): Promise<void> {
  const { tx, ring, staff } = on
  await rowsOf(tx, MOVE_HOUSEHOLD, [staff.district, held.household_id, to])
  const file = await sealedFile({ tx, ring, staff }, held)
  const { name = null, phone = null, address = null } = file ?? {}
  const search = [...searchIndex(ring, to, name, phone), ...exactIndex(ring, { phone, address })]
  for (const move of MOVE_FILE) await rowsOf(tx, move, [staff.district, held.household_id, to])
  await rowsOf(tx, MOVE_PERSON, [staff.district, held.household_id, to, search])
  await rowsOf(tx, FORGET_TOKENS, [staff.district, held.household_id])
  await rowsOf(tx, MOVE_TOKENS, [staff.district, held.household_id, to, search])
  await moveFile(on, held.household_id, to)
}

const SETTLE = {
  name: 'transfer_settle',
  text: `update transfer set state = $3, decided_at = $4, decided_by = $5
    where district_id = $1 and case_id = $2 and state = 'pending' returning from_staff`,
}
const TAKE = {
  name: 'case_take_offered',
  text: `update help_case set street_id = $3, committee_id = null, queue = 'street:' || $3,
      offered_to = null, snoozed_until = null, status = 'claimed', stage = 'casework', claimed_by = $4, claimed_at = $5,
      acknowledged_at = coalesce(acknowledged_at, $5), version = version + 1
    where district_id = $1 and id = $2 returning version`,
}
const UNMARK = {
  name: 'case_unoffer',
  text: `update help_case set offered_to = null, version = version + 1
    where district_id = $1 and id = $2 returning version`,
}
export const MOVES = ['assessment', 'case_event', 'alert'].map((table) => ({
  name: `desk_move_${table}`,
  text: `update ${table} set street_id = $3 where district_id = $1 and case_id = $2`,
}))
const MOVE_HOUSEHOLD = {
  name: 'desk_move_household',
  text: `update household set street_id = $3, committee_id = null where district_id = $1 and id = $2`,
}
const MOVE_FILE = ['file_record', 'file_record_past', 'outside_link'].map((table) => ({
  name: `desk_move_${table}`,
  text: `update ${table} set street_id = $3 where district_id = $1 and household_id = $2`,
}))
/** Nobody looks after a household whose street they do not see. */
const LOOK_AFTER = {
  name: 'desk_look_after',
  text: `update household set adviser_id = $3
    where district_id = $1 and id = $2 and adviser_id is not null`,
}
const MOVE_PERSON = {
  name: 'desk_move_person',
  text: `update person set street_id = $3, search = case when id = household_id then $4::bytea[]
      else search end
    where district_id = $1 and household_id = $2`,
}
const FORGET_TOKENS = {
  name: 'desk_forget_tokens',
  text: 'delete from person_token where district_id = $1 and household_id = $2 and person_id = $2',
}
const MOVE_TOKENS = {
  name: 'desk_move_tokens',
  text: `insert into person_token (district_id, household_id, person_id, token, street_id)
    select distinct $1, $2::uuid, $2::uuid, token, $3 from unnest($4::bytea[]) as t (token)
    on conflict do nothing`,
}

import { randomUUID } from 'node:crypto'
import { problem } from '../../../core/errors.ts'
import type { TransferAsk } from '../../../work/ports/desk.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { openDataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import { callPerson } from './call-person.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { placeOf } from './household-key.ts'
import { writeLine } from './write-line.ts'

/**
 * Asks another street to take a case (转出). It stays where it is, with its owner and its clocks,
 * until somebody there accepts: nobody is left between two streets.
 */
export async function offerTransfer(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  version: number,
  { street, person, reason, note, parts }: TransferAsk,
): Promise<number> {
  const held = await holdCase(tx, { staff, number, act: 'transfer', version, at })
  if (street === held.street_id) throw problem('bad_request', { field: 'to' })
  const { district } = staff
  await rowsOf(tx, FORGET, [district, held.id, timestamp(at), staff.id])
  const id = randomUUID()
  const key = openDataKey(ring, held.data_key as Buffer)
  const sealed = note === '' ? null : seal(key, placeOf('transfer', id), { note })
  const offer = [held.street_id, street, person, staff.id, reason, parts, timestamp(at), sealed]
  await rowsOf(tx, OFFER, [district, id, held.id, ...offer])
  const row = await rowOf<{ version: number }>(tx, MARK, [district, held.id, street])
  if (person !== null) {
    await callPerson(tx, { id: randomUUID(), to: person, kind: 'transfer', number, staff, at })
  }
  const detail = { transfer: id, to: street, person, reason, parts }
  await writeLine(tx, ring, staff, held, { kind: 'transfer_offered', at, detail })
  return row?.version ?? 0
}

/** One that a corrected address left behind. */
const FORGET = {
  name: 'transfer_forget',
  text: `update transfer set state = 'withdrawn', decided_at = $3, decided_by = $4
    where district_id = $1 and case_id = $2 and state = 'pending'`,
}
const OFFER = {
  name: 'transfer_offer',
  text: `insert into transfer (district_id, id, case_id, street_id, to_street, to_staff, from_staff,
      reason, parts, at, sealed, state)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'pending')`,
}
const MARK = {
  name: 'case_offer',
  text: `update help_case set offered_to = $3, version = version + 1
    where district_id = $1 and id = $2 returning version`,
}

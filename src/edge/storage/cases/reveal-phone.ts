import type { RevealReason } from '../../../core/casework/desk-lists.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { rowOf } from '../pool.ts'
import { openDataKey } from '../seal/key-ring.ts'
import { fileOf } from './desk-row.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'

/** The whole phone number, for a reason that is recorded. */
export async function revealPhone(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  reason: RevealReason,
): Promise<string | null> {
  const held = await holdCase(tx, { staff, number, act: 'reveal', version: null, at })
  const row = await rowOf<{ id: string; sealed: Buffer | null }>(tx, FILE, [
    staff.district,
    held.id,
  ])
  const key = held.data_key && openDataKey(ring, held.data_key)
  const file = row && fileOf(key, row)
  const { id: actor, role, district } = staff
  const entry = { district, street: held.street_id, actor, role, at, reason, fields: ['phone'] }
  await appendAudit(tx, [{ ...entry, act: 'case.revealed', object: `case:${held.id}` }])
  return file?.phone ?? null
}

const FILE = {
  name: 'desk_sealed_file',
  text: 'select id, sealed from help_case where district_id = $1 and id = $2',
}

import type { RevealReason } from '../../../core/casework/desk-lists.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { sealedFile } from './sealed-file.ts'

/** The whole phone number, for a reason that is recorded. */
export async function revealPhone(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  reason: RevealReason,
): Promise<string | null> {
  const held = await holdCase(tx, { staff, number, act: 'reveal', version: null, at })
  const file = await sealedFile({ tx, ring, staff }, held)
  const { id: actor, role, district } = staff
  const entry = { district, street: held.street_id, actor, role, at, reason, fields: ['phone'] }
  await appendAudit(tx, [{ ...entry, act: 'case.revealed', object: `case:${held.id}` }])
  return file?.phone ?? null
}

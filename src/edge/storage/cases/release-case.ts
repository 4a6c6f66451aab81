import type { ReleaseReason } from '../../../core/casework/desk-lists.ts'
import { rowOf } from '../pool.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { writeLine } from './write-line.ts'

/**
 * Gives a case back to the queue (放回). Without a contact nobody has seen to it: it stands where it
 * stood, danger on top.
 */
export async function releaseCase(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  version: number,
  { reason, note }: { readonly reason: ReleaseReason; readonly note: string },
): Promise<number> {
  const held = await holdCase(tx, { staff, number, act: 'release', version, at })
  const row = await rowOf<{ version: number }>(tx, RELEASE, [staff.district, held.id])
  const words = note === '' ? {} : { words: { text: note } }
  await writeLine(tx, ring, staff, held, { kind: 'released', at, detail: { reason }, ...words })
  return row?.version ?? 0
}

/** Takes a claim back within ten seconds: as if nobody had pressed. */
export async function unclaimCase(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  version: number,
): Promise<number> {
  const held = await holdCase(tx, { staff, number, act: 'unclaim', version, at })
  const row = await rowOf<{ version: number }>(tx, RELEASE, [staff.district, held.id])
  await writeLine(tx, ring, staff, held, { kind: 'unclaimed', at })
  return row?.version ?? 0
}

const RELEASE = {
  name: 'case_release',
  text: `update help_case set status = 'waiting', stage = 'routing', left_by = claimed_by,
      claimed_by = null, claimed_at = null, snoozed_until = null, version = version + 1,
      acknowledged_at = case when contacted_at is null then null else acknowledged_at end
    where district_id = $1 and id = $2 returning version`,
}

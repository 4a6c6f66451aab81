import type { EraseReason } from '../../../core/casework/desk-lists.ts'
import { problem } from '../../../core/errors.ts'
import { rowOf } from '../pool.ts'
import type { DeskTx } from './desk-tx.ts'
import { holdCase } from './hold-case.ts'
import { writeLine } from './write-line.ts'

/**
 * Who orders that a person is forgotten, and why, before it is done: the order outlives what it destroys.
 * A household with other cases is refused, because its one key seals them all.
 */
export async function orderErasure(
  { tx, ring, staff, at }: DeskTx,
  number: string,
  version: number,
  reason: EraseReason,
): Promise<string> {
  const held = await holdCase(tx, { staff, number, act: 'erase', version, at })
  const others = await rowOf(tx, OTHERS, [staff.district, held.household_id, held.id])
  if (others) throw problem('not_allowed', { why: 'household' })
  await writeLine(tx, ring, staff, held, { kind: 'erasure_ordered', at, detail: { reason } })
  return held.id
}

const OTHERS = {
  name: 'erasure_others',
  text: `select id from help_case where district_id = $1 and household_id = $2 and id <> $3 limit 1`,
}

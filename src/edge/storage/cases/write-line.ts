import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { seal } from '../seal/seal.ts'
import type { Held } from './hold-case.ts'
import { placeOf } from './household-key.ts'

export type Line = {
  readonly kind: string
  readonly at: Instant
  /** Ids and codes only. */
  readonly detail?: Readonly<Record<string, unknown>>
  /** What was written; sealed by the key of the household. */
  readonly words?: unknown
}

/** A line of the history and a row of the audit, together. The caller holds the row of the case. */
export async function writeLine(
  tx: Tx,
  ring: KeyRing,
  staff: Staff,
  held: Pick<Held, 'id' | 'street_id' | 'data_key'>,
  line: Line,
): Promise<void> {
  const { kind, at, detail = {}, words } = line
  const { id: actor, role, district } = staff
  const last = await rowOf<{ seq: number }>(tx, LAST, [district, held.id])
  const seq = (last?.seq ?? 0) + 1
  const key = held.data_key === null ? null : openDataKey(ring, held.data_key)
  const where = placeOf('case_event', held.id, seq)
  const sealed = key === null || words === undefined ? null : seal(key, where, words)
  const values = [held.street_id, timestamp(at), kind, actor, JSON.stringify(detail), sealed]
  await rowsOf(tx, INSERT, [district, held.id, seq, ...values])
  const entry = { district, street: held.street_id, actor, role, at }
  await appendAudit(tx, [{ ...entry, act: `case.${kind}`, object: `case:${held.id}` }])
}

const LAST = {
  name: 'desk_last_line',
  text: `select coalesce(max(seq), 0)::int as seq from case_event
    where district_id = $1 and case_id = $2`,
}
const INSERT = {
  name: 'desk_line',
  text: `insert into case_event (district_id, case_id, seq, street_id, at, kind, actor, detail, sealed)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
}

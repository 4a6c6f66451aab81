import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf, type Tx } from '../pool.ts'

/** What an adviser did with a case: a line of its history and a row of the audit, together. */
export async function record(
  tx: Tx,
  staff: Staff,
  on: { readonly id: string; readonly street_id: string },
  what: 'claimed' | 'contacted',
  at: Instant,
): Promise<void> {
  const { id: actor, role, district } = staff
  await rowsOf(tx, EVENT, [district, on.id, on.street_id, timestamp(at), what, actor])
  const entry = { district, street: on.street_id, actor, role, at }
  await appendAudit(tx, [{ ...entry, act: `case.${what}`, object: `case:${on.id}` }])
}

/** The caller has just changed the row of the case and so holds it: the number is free. */
const EVENT = {
  name: 'case_record',
  text: `insert into case_event (district_id, case_id, seq, street_id, at, kind, actor)
    select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6
    from case_event where district_id = $1 and case_id = $2`,
}

import type { Instant } from '../../../core/time.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf, type Tx } from '../pool.ts'

export type HouseDeed = {
  readonly district: string
  readonly street: string
  readonly case: string
  readonly at: Instant
  readonly kind: 'assigned' | 'offered_again'
  /** Ids and codes only. */
  readonly detail: Readonly<Record<string, unknown>>
  /** Whom it calls. */
  readonly call: string | null
}

/** What the house did with a case: a line of its history, a call, a row of the audit. The caller holds its row. */
export async function noteDeed(tx: Tx, deed: HouseDeed): Promise<void> {
  const { district, street, case: id, at, kind, detail, call } = deed
  const line = [timestamp(at), kind, JSON.stringify(detail)]
  await rowsOf(tx, LINE, [district, id, street, ...line])
  if (call !== null) await rowsOf(tx, CALL, [district, call, kind, id, timestamp(at)])
  const by = { actor: 'rounds', role: 'system', act: `case.${kind}`, object: `case:${id}` } as const
  await appendAudit(tx, [{ district, street, at, ...by }])
}

const LINE = {
  name: 'assign_line',
  text: `insert into case_event (district_id, case_id, seq, street_id, at, kind, actor, detail)
    select $1, $2::uuid, coalesce(max(seq), 0) + 1, $3, $4::timestamptz, $5, 'rounds', $6::jsonb
    from case_event where district_id = $1 and case_id = $2::uuid`,
}
const CALL = {
  name: 'assign_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, at)
    select $1, $2, gen_random_uuid(), $3, c.number, $5::timestamptz from help_case c
    where c.district_id = $1 and c.id = $4`,
}

import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { Alert } from '../../../work/ports/cases.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'

/**
 * Danger that nobody has seen to, the oldest first; of what only sounded low (`watch`) those that speak of harm
 * to a life: the rest stands with its case and calls nobody away from a desk. Codes only: looking at it is no
 * reading of a file.
 */
export async function listAlerts(tx: Tx, staff: Staff): Promise<readonly Alert[]> {
  const rows = await rowsOf<Row>(tx, LIST, [staff.district])
  return rows.map(({ street_id: street, ...row }) => ({
    ...row,
    street: street === '' ? null : street,
  }))
}

/** Says that a person sees to it. The second to say so changes nothing. */
export async function acknowledgeAlert(tx: Tx, staff: Staff, id: string, at: Instant) {
  const alert = await rowOf<Seen>(tx, READ, [staff.district, id])
  if (!alert) throw problem('not_found', { alert: id })
  const changed = await rowOf(tx, SEE, [staff.district, id, timestamp(at), staff.id])
  if (!changed) return
  if (alert.case_id) await rowsOf(tx, SEE_CASE, [staff.district, alert.case_id, timestamp(at)])
  const { id: actor, role, district } = staff
  const what = { act: 'alert.acknowledged', object: `alert:${id}` }
  await appendAudit(tx, [{ district, street: alert.street_id, actor, role, at, ...what }])
}

type Row = Omit<Alert, 'street'> & { readonly street_id: string }
type Seen = { readonly case_id: string | null; readonly street_id: string }

const LIST = {
  name: 'alert_list',
  text: `select a.id, c.number, a.case_id as "case", a.conversation_id as conversation, a.street_id,
      a.tier, a.type, a.raised_at as "raisedAt" from alert a
    left join help_case c on c.district_id = a.district_id and c.id = a.case_id
    where a.district_id = $1 and a.acknowledged_at is null
      and (a.tier <> 'watch' or a.type = any ('{person_asked,suicide,self_harm,violence,child}'))
    order by a.raised_at, a.id limit 100`,
}
const READ = {
  name: 'alert_read',
  text: 'select case_id, street_id from alert where district_id = $1 and id = $2',
}
const SEE = {
  name: 'alert_see',
  text: `update alert set acknowledged_at = $3, acknowledged_by = $4
    where district_id = $1 and id = $2 and acknowledged_at is null returning id`,
}
const SEE_CASE = {
  name: 'alert_see_case',
  text: `update help_case set acknowledged_at = coalesce(acknowledged_at, $3), version = version + 1
    where district_id = $1 and id = $2`,
}

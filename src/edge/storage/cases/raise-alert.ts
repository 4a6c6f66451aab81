import type { NewAlert } from '../../../work/ports/cases.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf, type Tx } from '../pool.ts'

/** Danger (危机) that somebody must see to. Repeated with the same id it stays one alert. */
export async function raiseAlert(tx: Tx, alert: NewAlert): Promise<void> {
  const { id, district, street, conversation, tier, type } = alert
  const where = [alert.case, street ?? '', conversation.bucket, conversation.id]
  await rowsOf(tx, INSERT, [district, id, ...where, tier, type, timestamp(alert.raisedAt)])
}

const INSERT = {
  name: 'alert_raise',
  text: `insert into alert (district_id, id, case_id, street_id, bucket, conversation_id, tier, type,
           raised_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
}

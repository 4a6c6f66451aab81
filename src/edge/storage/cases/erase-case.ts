import type { Instant } from '../../../core/time.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf, type Tx } from '../pool.ts'

/**
 * Erases what a case knows of a person: the household's key is destroyed, so that nothing sealed by
 * it opens again, in backups neither; sealed columns and the phone index are blanked. Ids, codes and
 * clocks stay for the statistics and as the proof that it was done.
 */
export async function eraseCase(tx: Tx, district: string, id: string, at: Instant): Promise<void> {
  for (const statement of ERASE) await rowsOf(tx, statement, [district, id])
  await rowsOf(tx, WITHDRAWN, [district, id, timestamp(at)])
}

const ERASE = [
  `update household set data_key = null where district_id = $1 and id =
     (select household_id from help_case where district_id = $1 and id = $2)`,
  `update person set sealed = '', phone_index = null where district_id = $1 and household_id =
     (select household_id from help_case where district_id = $1 and id = $2)`,
  `update assessment set sealed = '' where district_id = $1 and case_id = $2`,
  `update case_event set sealed = null where district_id = $1 and case_id = $2`,
]

const WITHDRAWN = `update help_case
  set sealed = null, status = 'withdrawn', version = version + 1,
      acknowledged_at = coalesce(acknowledged_at, $3)
  where district_id = $1 and id = $2`

import type { Instant } from '../../../core/time.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf, type Tx } from '../pool.ts'
import { transaction } from '../transaction.ts'

/**
 * Erases what a case knows of a person: the household's key is destroyed, so that nothing sealed by
 * it opens again, in backups neither; sealed columns and the phone index are blanked. Ids, codes and
 * clocks stay for the statistics and as the proof that it was done.
 */
export async function eraseCase(tx: Tx, id: string, at: Instant): Promise<void> {
  const held = await rowOf<Held>(tx, HOLD, [id])
  if (!held) return
  for (const { text, key } of ERASE) await rowsOf(tx, text, [held.district_id, held[key]])
  await rowsOf(tx, WITHDRAWN, [held.district_id, id, timestamp(at)])
  const { district_id: district, street_id: street } = held
  const deed = { actor: 'turn', role: 'system', act: 'case.erased', object: `case:${id}` } as const
  await appendAudit(tx, [{ district, street, at, ...deed }])
}

/** The same for an order of the desk. Runs as hearth_turn, because the desk may destroy nothing. */
export function erasing(pool: Pool, now: () => Instant): (caseId: string) => Promise<void> {
  return (id) => transaction(pool, null, (tx) => eraseCase(tx, id, now()))
}

type Held = {
  readonly id: string
  readonly district_id: string
  readonly street_id: string
  readonly household_id: string
}

/** By id alone: a corrected address may have moved the case to another district meanwhile. */
const HOLD =
  'select id, district_id, street_id, household_id from help_case where id = $1 for update'

const ERASE = [
  {
    text: 'update household set data_key = null where district_id = $1 and id = $2',
    key: 'household_id',
  },
  {
    text: `update person set sealed = '', phone_index = null, search = '{}'
           where district_id = $1 and household_id = $2`,
    key: 'household_id',
  },
  {
    text: 'delete from person_token where district_id = $1 and household_id = $2',
    key: 'household_id',
  },
  {
    text: `update assessment set sealed = '' where district_id = $1 and case_id = $2`,
    key: 'id',
  },
  {
    text: 'update transfer set sealed = null where district_id = $1 and case_id = $2',
    key: 'id',
  },
  {
    text: 'update file_record set sealed = null where district_id = $1 and household_id = $2',
    key: 'household_id',
  },
  {
    text: 'update file_record_past set sealed = null where district_id = $1 and household_id = $2',
    key: 'household_id',
  },
  {
    text: 'update case_event set sealed = null where district_id = $1 and case_id = $2',
    key: 'id',
  },
] as const

const WITHDRAWN = `update help_case
  set sealed = null, card = null, noted = null, offered_to = null, status = 'withdrawn', version = version + 1,
      acknowledged_at = coalesce(acknowledged_at, $3)
  where district_id = $1 and id = $2`

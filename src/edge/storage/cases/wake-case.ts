import { rowsOf, type Tx } from '../pool.ts'

/** The resident has spoken: a case that was put aside (稍后) is back in its adviser's list. */
export async function wakeCase(tx: Tx, district: string, id: string): Promise<void> {
  await rowsOf(tx, WAKE, [district, id])
}

const WAKE = {
  name: 'case_wake',
  text: `update help_case set snoozed_until = null
    where district_id = $1 and id = $2 and snoozed_until is not null`,
}

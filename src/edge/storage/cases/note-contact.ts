import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, type Tx } from '../pool.ts'
import { record } from './record.ts'

/** The first two-way contact with the resident: stops that clock. Later ones change nothing. */
export async function noteContact(tx: Tx, staff: Staff, number: string, at: Instant) {
  const values = [staff.district, number, timestamp(at)]
  const row = await rowOf<Contacted>(tx, CONTACT, values)
  if (!row) throw problem('not_found', { case: number })
  if (row.first) await record(tx, staff, row, 'contacted', at)
}

type Contacted = { readonly id: string; readonly street_id: string; readonly first: boolean }

const CONTACT = {
  name: 'case_contact',
  text: `update help_case set contacted_at = coalesce(contacted_at, $3)
    where district_id = $1 and number = $2
    returning id, street_id, contacted_at = $3 as first`,
}

import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { Claimed } from '../../../work/ports/cases.ts'
import { timestamp } from '../column-types.ts'
import { handOverCase } from '../households/hand-over.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import { headsOf, headsOfDistrict } from './queue-order.ts'
import { record } from './record.ts'
import { streetsOf } from './scope.ts'

/**
 * Takes a case (接单): one atomic statement, so of any number of people who press at once exactly one
 * wins. The others learn by whom and since when it is taken.
 */
export async function claimCase(
  tx: Tx,
  staff: Staff,
  number: string,
  version: number,
  at: Instant,
): Promise<number> {
  const values = [staff.district, number, version, staff.id, timestamp(at)]
  const won = await rowOf<Taken>(tx, CLAIM, values)
  if (!won) throw await whyNot(tx, staff, number)
  await seenTo(tx, staff, won, at)
  return won.version
}

/** Takes the first of the queue that nobody else is taking at this moment; null when none is left. */
export async function claimNext(tx: Tx, staff: Staff, at: Instant): Promise<Claimed | null> {
  const streets = streetsOf(staff)
  const statement = streets === null ? NEXT_OF_DISTRICT : NEXT
  const values = [staff.district, 1, streets, staff.id, timestamp(at)]
  const won = await rowOf<Taken>(tx, statement, values)
  if (!won) return null
  await seenTo(tx, staff, won, at)
  return { number: won.number, version: won.version }
}

/** Whoever takes a case sees to its alerts, and has what is still to be done in it. */
async function seenTo(tx: Tx, staff: Staff, taken: Taken, at: Instant) {
  const { id, district } = staff
  await rowsOf(tx, SEE_ALERTS, [district, taken.id, timestamp(at), id])
  const { household_id: household, left_by: from } = taken
  await handOverCase(tx, { district, household, case: taken.id, from, to: id, by: id, at })
  await record(tx, staff, taken, 'claimed', at)
}

async function whyNot(tx: Tx, staff: Staff, number: string) {
  const now = await rowOf<Now>(tx, NOW, [staff.district, number])
  if (!now) return problem('not_found', { case: number })
  if (now.status === 'closed' || now.status === 'withdrawn') return problem('case_closed')
  if (now.status === 'claimed' && now.claimed_by !== staff.id) {
    return problem('already_claimed', { by: now.name ?? '', at: now.claimed_at })
  }
  return problem('stale', { version: now.version })
}

type Taken = {
  readonly id: string
  readonly number: string
  readonly street_id: string
  readonly version: number
  readonly household_id: string
  readonly left_by: string | null
}

type Now = {
  readonly status: string
  readonly version: number
  readonly claimed_by: string | null
  readonly claimed_at: number | null
  readonly name: string | null
}

const TAKE = `update help_case set status = 'claimed', stage = 'casework', claimed_by = $4,
  claimed_at = $5, snoozed_until = null, acknowledged_at = coalesce(acknowledged_at, $5), version = version + 1`
const GIVES = 'returning id, number, street_id, version, household_id, left_by'

const CLAIM = {
  name: 'case_claim',
  text: `${TAKE} where district_id = $1 and number = $2 and version = $3
    and status in ('waiting', 'unfinished') ${GIVES}`,
}
const NEXT = {
  name: 'case_claim_next',
  text: `${TAKE} where district_id = $1 and id = (${headsOf('for no key update skip locked')}) ${GIVES}`,
}
const NEXT_OF_DISTRICT = {
  name: 'case_claim_next_district',
  text: `${TAKE} where district_id = $1
    and id = (${headsOfDistrict('for no key update skip locked')}) ${GIVES}`,
}
const SEE_ALERTS = {
  name: 'case_see_alerts',
  text: `update alert set acknowledged_at = $3, acknowledged_by = $4
    where district_id = $1 and case_id = $2 and acknowledged_at is null`,
}
const NOW = {
  name: 'case_now',
  text: `select c.status, c.version, c.claimed_by, c.claimed_at, s.name from help_case c
    left join staff s on s.district_id = c.district_id and s.id = c.claimed_by
    where c.district_id = $1 and c.number = $2`,
}

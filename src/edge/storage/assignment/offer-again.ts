import { whyAgain } from '../../../core/routing/assign-again.ts'
import type { Instant } from '../../../core/time.ts'
import type { OfferedAgain, OpenStreet } from '../../../work/ports/assignment.ts'
import { rowsOf, type Tx } from '../pool.ts'
import { peopleNow } from '../roster/people-now.ts'
import { noteDeed } from './note-deed.ts'

/** Cases that wait for a first contact from somebody who is not there go back into the queue of their street. */
export async function offerAgain(
  tx: Tx,
  { district, street }: OpenStreet,
  now: Instant,
): Promise<readonly OfferedAgain[]> {
  const people = new Map((await peopleNow(tx, district, now)).map((each) => [each.id, each]))
  const held = await rowsOf<Row>(tx, HELD, [district, street])
  const again: OfferedAgain[] = []
  for (const row of held) {
    const owner = people.get(row.claimed_by) ?? GONE
    const why = whyAgain(heldOf(row), owner, now)
    if (why === null) continue
    await rowsOf(tx, RELEASE, [district, row.id, row.claimed_by])
    const detail = { person: row.claimed_by, reason: why }
    const call = row.claimed_by
    await noteDeed(tx, {
      district,
      street,
      case: row.id,
      at: now,
      kind: 'offered_again',
      detail,
      call,
    })
    again.push({ number: row.number, district, street, why })
  }
  return again
}

/** Somebody who does not work here any more. */
const GONE = { onDuty: false, away: true, backAt: null }

const heldOf = (row: Row) => ({
  claimedAt: row.claimed_at,
  acceptDue: row.accept_due,
  acknowledgedAt: row.acknowledged_at,
  contactDue: row.contact_due,
  contactedAt: null,
  tries: row.contact_tries,
  snoozedUntil: row.snoozed_until,
})

type Row = {
  readonly id: string
  readonly number: string
  readonly claimed_by: string
  readonly claimed_at: Instant
  readonly accept_due: Instant | null
  readonly acknowledged_at: Instant | null
  readonly contact_due: Instant
  readonly contact_tries: number
  readonly snoozed_until: Instant | null
}

const HELD = {
  name: 'again_held',
  text: `select id, number, claimed_by, claimed_at, accept_due, acknowledged_at, contact_due,
      contact_tries, snoozed_until
    from help_case
    where district_id = $1 and street_id = $2 and status = 'claimed' and contacted_at is null
      and offered_to is null and claimed_by is not null
    order by contact_due limit 200 for no key update skip locked`,
}
const RELEASE = {
  name: 'again_release',
  text: `update help_case set status = 'waiting', stage = 'routing', left_by = claimed_by, claimed_by = null, claimed_at = null,
      assigned_at = null, assigned_why = null, accept_due = null, acknowledged_at = null,
      snoozed_until = null, passed_by = array(select distinct unnest(passed_by || $3::uuid)),
      version = version + 1
    where district_id = $1 and id = $2`,
}

/**
 * The one order of the queue (待领取), as core/routing/compare-in-queue states it and the partial
 * index help_case_queue holds it: open crisis, longest breach, urgency, contact clock, points, age.
 */
export const QUEUE_ORDER = `crisis_rank, breached_at asc nulls last, urgency_rank, contact_due asc,
  points_high desc nulls last, opened_at asc, id asc`

export const ORDER_COLUMNS =
  'crisis_rank, breached_at, urgency_rank, contact_due, points_high, opened_at, id'

/** Which cases wait for somebody: what the partial index covers. */
const WAITING = `district_id = $1 and status in ('waiting', 'unfinished')`

/**
 * Ids of waiting cases in queue order, at most $2, of the district $1 and the streets $3. Each
 * street is read by itself along the index and the heads are merged: one scan over several streets
 * would sort all that waits there.
 */
export function headsOf(lock: '' | 'for no key update skip locked' = ''): string {
  return `select id from unnest($3::text[]) as s (street),
      lateral (select ${ORDER_COLUMNS} from help_case where ${WAITING} and street_id = s.street
               order by ${QUEUE_ORDER} limit $2 ${lock}) heads
    order by ${QUEUE_ORDER} limit $2`
}

/** The same for those who see the whole district: $3 is null. */
export function headsOfDistrict(lock: '' | 'for no key update skip locked' = ''): string {
  return `select id from help_case where ${WAITING} and $3::text[] is null
    order by ${QUEUE_ORDER} limit $2 ${lock}`
}

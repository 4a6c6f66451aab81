import type { Instant } from '../../../core/time.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowsOf } from '../pool.ts'
import { OPEN, overdue, PAUSED } from './overdue.ts'

/**
 * Notes for each open case when its first clock ran out (超时): being taken, or the first contact.
 * The queue puts those on top, and what was noted stays, so that nobody can wait it away. To be run
 * every minute; several at once do no harm. Gives the numbers of the cases. Runs as hearth_turn.
 */
export async function markBreached(pool: Pool, now: Instant): Promise<readonly string[]> {
  const rows = await rowsOf<{ number: string }>(pool, MARK, [timestamp(now)])
  return rows.map(({ number }) => number)
}

/** least() passes over null: a clock that was met does not count. */
const MARK = {
  name: 'case_mark_breached',
  text: `update help_case set breached_at = least(
      case when acknowledged_at is null then acknowledge_due end,
      case when contacted_at is null and not ${PAUSED} then contact_due end)
    where breached_at is null and ${OPEN} and least(acknowledge_due, contact_due) < $1
      and ${overdue('$1')}
    returning number`,
}

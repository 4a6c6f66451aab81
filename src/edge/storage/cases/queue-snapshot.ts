import type { OpenCase } from '../../../work/ports/cases.ts'
import { type Pool, rowsOf } from '../pool.ts'
import { QUEUE_ORDER } from './queue-order.ts'

/** All open cases of all districts without personal data, for operators. Runs as hearth_turn. */
export async function queueSnapshot(pool: Pool): Promise<readonly OpenCase[]> {
  const rows = await rowsOf<Row>(pool, SNAPSHOT)
  return rows.map(({ low, high, ...row }) => ({
    ...row,
    points: low === null || high === null ? null : [low, high],
  }))
}

type Row = Omit<OpenCase, 'points'> & { readonly low: number | null; readonly high: number | null }

const SNAPSHOT = `select number as "case", district_id as district, nullif(street_id, '') as street,
    committee_id as committee, queue, route->>'rule' as reason, grade, points_low as low,
    points_high as high, urgency, stage, status, opened_at as opened, channel, source
  from help_case where status in ('unfinished', 'waiting', 'claimed')
  order by district_id, ${QUEUE_ORDER}`

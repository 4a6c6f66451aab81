import { type Instant, SECOND } from '../../core/time.ts'
import type { DueTurn } from '../../work/ports/turns.ts'
import { timestamp } from './column-types.ts'
import { type Pool, rowsOf } from './pool.ts'
import { transaction } from './transaction.ts'

/** A turn's due time is reckoned before its commit; no statement lasts longer (query_timeout). */
const OVERLAP = 10 * SECOND
/** Fed at once: residents who write meanwhile must not find a full queue (TURN_LIMITS.backlog). */
const MOST = 100

/**
 * Looks at what became due since the last look. The marks are held meanwhile, so two processes sweep
 * different buckets; a process that dies gives them back at once and the next one starts where it
 * started. Being fed twice is harmless: a silence is deduped like any message.
 */
export function sweepDue(
  pool: Pool,
  now: Instant,
  feed: (due: readonly DueTurn[]) => Promise<boolean>,
): Promise<number> {
  return transaction(pool, null, async (tx) => {
    await rowsOf(tx, MAKE_MARKS)
    const marks = await rowsOf<{ bucket: number }>(tx, HOLD_MARKS)
    const buckets = marks.map(({ bucket }) => bucket)
    if (buckets.length === 0) return 0
    const rows = await rowsOf<DueRow>(tx, DUE, [buckets, timestamp(now), MOST])
    const due = rows.map(({ bucket, id, seq, due_at }) => ({
      ref: { bucket, id },
      seq,
      dueAt: due_at,
    }))
    const fed = due.length === 0 || (await feed(due))
    if (fed && due.length < MOST) await rowsOf(tx, MOVE, [buckets, timestamp(now - OVERLAP)])
    return due.length
  })
}

type DueRow = {
  readonly bucket: number
  readonly id: string
  readonly seq: number
  readonly due_at: Instant
}

const MAKE_MARKS = {
  name: 'sweep_make_marks',
  text: `insert into sweep_mark (bucket, kind, swept_to)
         select bucket, 'silence', '-infinity' from generate_series(0, 255) as bucket
         where not exists (select from sweep_mark where kind = 'silence' and bucket = 255)
         on conflict do nothing`,
}
const HOLD_MARKS = {
  name: 'sweep_hold_marks',
  text: `select bucket from sweep_mark where kind = 'silence'
         order by bucket for update skip locked`,
}
/** Only the newest turn of a conversation: after an answer nobody is silent any more. */
const DUE = {
  name: 'sweep_due',
  text: `select due.* from sweep_mark m
         cross join lateral (
           select t.bucket, t.conversation_id as id, t.seq, t.due_at from turn t
           where t.bucket = m.bucket and t.due_at > m.swept_to and t.due_at <= $2
             and not exists (
               select from turn later where later.bucket = t.bucket
                 and later.conversation_id = t.conversation_id and later.seq = t.seq + 1)
           order by t.due_at limit $3
         ) due
         where m.kind = 'silence' and m.bucket = any ($1::smallint[])
         limit $3`,
}
const MOVE = {
  name: 'sweep_move',
  text: `update sweep_mark set swept_to = $2
         where kind = 'silence' and bucket = any ($1::smallint[]) and swept_to < $2`,
}

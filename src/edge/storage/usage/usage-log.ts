import type { UsageCell, WordingCell } from '../../../core/dialog/usage/tally.ts'
import { HOUR, type Instant } from '../../../core/time.ts'
import type { LoggedTurn, UsageLog } from '../../../work/ports/usage.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf, type Tx } from '../pool.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { transaction } from '../transaction.ts'
import { openContent } from '../turn-seal.ts'

/** Turns of one stretch: half a second of unsealing at most. A busier hour is cut in halves. */
const MOST = 4_000
const STRETCH = HOUR

type UsageLogParts = { readonly pool: Pool; readonly ring: KeyRing; readonly district: string }

/**
 * The log as it is counted. Runs as hearth_turn; the mark is held while a stretch is counted, so of two processes one
 * counts and the other has nothing to do.
 */
export function usageLog({ pool, ring, district }: UsageLogParts): UsageLog {
  return {
    countNext: (until, count) =>
      transaction(pool, null, async (tx) => {
        await rowsOf(tx, MAKE_MARK)
        const mark = await rowOf<{ from: Instant | null }>(tx, HOLD_MARK)
        if (mark === null || mark.from === null || mark.from >= until) return false
        const { to, turns } = await nextStretch(tx, ring, mark.from, until)
        const { steps, wordings } = count(turns)
        for (const cell of steps) await rowsOf(tx, ADD, valuesOf(district, cell))
        for (const cell of wordings) await rowsOf(tx, ADD_WORDING, wordingOf(district, cell))
        await rowsOf(tx, MOVE_MARK, [timestamp(to)])
        return to < until
      }),
  }
}

/** An hour of the log, or as much of it as can be counted at once. */
async function nextStretch(tx: Tx, ring: KeyRing, from: Instant, until: Instant) {
  let to = Math.min(from + STRETCH, until)
  for (;;) {
    const rows = await rowsOf<Row>(tx, TURNS, [timestamp(from), timestamp(to), MOST])
    const isAll = rows.length < MOST || to - from <= 1
    if (isAll) return { to, turns: rows.flatMap((row) => loggedOf(ring, row)) }
    to = from + Math.ceil((to - from) / 2)
  }
}

type Row = {
  readonly bucket: number
  readonly id: string
  readonly seq: number
  readonly at: Instant
  readonly channel: string
  readonly sealed: Buffer
  readonly data_key: Buffer
}

function loggedOf(ring: KeyRing, row: Row): readonly LoggedTurn[] {
  const { bucket, id, seq, at, channel, sealed, data_key: wrapped } = row
  const key = { wrapped, open: openDataKey(ring, wrapped) }
  const content = openContent({ bucket, id }, seq, sealed, key)
  return content === null ? [] : [{ at, channel, content }]
}

function valuesOf(district: string, cell: UsageCell): readonly unknown[] {
  const { day, hour, channel, street, bundle, flow, step } = cell
  const { shown, answered, corrected, skipped, missed, why, person, paused, left, back } = cell
  return [
    ...[district, day, hour, channel, street, bundle, flow, step],
    ...[shown, answered, corrected, skipped, missed, why, person, paused, left, back],
    cell.seconds,
  ]
}

const wordingOf = (district: string, cell: WordingCell): readonly unknown[] => [
  ...[district, cell.day, cell.flow, cell.step, cell.wording, cell.text],
  ...[cell.shown, cell.at_once, cell.asked_again, cell.left],
]

/** Counting begins with the first conversation. The bucket is that of no conversation in particular. */
const MAKE_MARK = {
  name: 'usage_make_mark',
  text: `insert into sweep_mark (bucket, kind, swept_to)
         select 0, 'usage', min(opened_at) from conversation having min(opened_at) is not null
         on conflict do nothing`,
}
const HOLD_MARK = {
  name: 'usage_hold_mark',
  text: `select swept_to as from from sweep_mark where bucket = 0 and kind = 'usage'
         for update skip locked`,
}
const MOVE_MARK = {
  name: 'usage_move_mark',
  text: `update sweep_mark set swept_to = $1 where bucket = 0 and kind = 'usage'`,
}
/** What was erased is gone for the figures, too. */
const TURNS = {
  name: 'usage_turns',
  text: `select t.bucket, t.conversation_id as id, t.seq, t.at, c.channel, t.sealed, c.data_key
         from turn t join conversation c on c.bucket = t.bucket and c.id = t.conversation_id
         where t.at >= $1 and t.at < $2 and t.status = 'answered'
           and t.sealed is not null and c.data_key is not null
         limit $3`,
}
const COUNTS = 'shown answered corrected skipped missed why person paused left_there back'.split(
  ' ',
)
const ADD = {
  name: 'usage_add',
  text: `insert into step_usage (district_id, day, hour, channel, street_id, bundle, flow, step,
           ${COUNTS.join(', ')}, seconds)
         values (${Array.from({ length: 19 }, (_, at) => `$${at + 1}`).join(', ')})
         on conflict (district_id, flow, day, hour, channel, street_id, bundle, step) do update set
           ${COUNTS.map((name) => `${name} = step_usage.${name} + excluded.${name}`).join(', ')},
           seconds = (select array_agg(coalesce(a, 0) + coalesce(b, 0) order by n)
             from unnest(step_usage.seconds, excluded.seconds) with ordinality as u (a, b, n))`,
}
const ADD_WORDING = {
  name: 'usage_add_wording',
  text: `insert into wording_usage (district_id, day, flow, step, wording, said,
           shown, at_once, asked_again, left_there)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (district_id, flow, day, step, wording, said) do update set
           shown = wording_usage.shown + excluded.shown,
           at_once = wording_usage.at_once + excluded.at_once,
           asked_again = wording_usage.asked_again + excluded.asked_again,
           left_there = wording_usage.left_there + excluded.left_there`,
}

import type { Instant } from '../../core/time.ts'
import type { ConversationRef, Delivery, Settlement, Turns } from '../../work/ports/turns.ts'
import { timestamp } from './column-types.ts'
import { putJobs } from './job-store.ts'
import { type Pool, rowsOf, type Tx } from './pool.ts'
import { together } from './together.ts'
import { transaction } from './transaction.ts'

/** How far the sending got, message by message. The pool is of the role hearth_turn. */
export function deliveryMarks(pool: Pool): Pick<Turns, 'marked' | 'fellThrough' | 'seen'> {
  const markTogether = together((marks: readonly Mark[]) => mark(pool, marks))
  return {
    marked: async (ref, seq, settled, whole, jobs = []) => {
      const one = { ref, seq, settled, whole }
      if (jobs.length === 0) return markTogether(one)
      await transaction(pool, null, async (tx) => {
        await mark(tx, [one])
        await putJobs(tx, jobs)
      })
    },
    fellThrough: (ref, seq, place, why, jobs) =>
      transaction(pool, null, async (tx) => {
        const rows = await rowsOf(tx, FELL_THROUGH, [ref.bucket, ref.id, seq, place, why])
        if (rows.length > 0) await putJobs(tx, jobs)
        return rows.length > 0
      }),
    seen: async (ref, seq, at) => {
      await rowsOf(pool, SEEN, [ref.bucket, ref.id, seq, timestamp(at)])
    },
  }
}

export type SettledRow = {
  readonly place: number
  readonly state: Settlement['state']
  readonly why: string | null
  /** Milliseconds. */
  readonly at: Instant
}

export function settlementOf(row: SettledRow): Settlement {
  const { place, state, at } = row
  return { place, state, why: row.why as Settlement['why'], at }
}

/** Of the turn `t`; turns that go to no channel pay nothing for it. */
export const SETTLED = `case when t.delivery > 0 then (
    select json_agg(json_build_object('place', d.place, 'state', d.state, 'why', d.why,
      'at', floor(extract(epoch from d.at) * 1000)) order by d.place)
    from message_delivery d
    where d.bucket = t.bucket and d.conversation_id = t.conversation_id and d.seq = t.seq) end`

type Mark = {
  readonly ref: ConversationRef
  readonly seq: number
  readonly settled: readonly Settlement[]
  readonly whole: Delivery | null
}

/** Of many turns in one statement. */
async function mark(on: Pool | Tx, marks: readonly Mark[]): Promise<readonly undefined[]> {
  const each = marks.flatMap(({ ref, seq, settled }) =>
    settled.map((settlement) => ({ ref, seq, ...settlement })),
  )
  const whole = marks.filter((one) => one.whole !== null)
  await rowsOf(on, MARK, [
    each.map(({ ref }) => ref.bucket),
    each.map(({ ref }) => ref.id),
    each.map(({ seq }) => seq),
    each.map(({ place }) => place),
    each.map(({ state }) => state),
    each.map(({ why }) => why),
    each.map(({ at }) => timestamp(at)),
    whole.map(({ ref }) => ref.bucket),
    whole.map(({ ref }) => ref.id),
    whole.map(({ seq }) => seq),
    whole.map((one) => one.whole),
  ])
  return marks.map(() => undefined)
}

/** The first word on a message stays: a worker that outlived its lease changes nothing. */
const MARK = {
  name: 'turn_mark',
  text: `with kept as (
           insert into message_delivery (bucket, conversation_id, seq, place, state, why, at)
           select * from unnest($1::smallint[], $2::uuid[], $3::int[], $4::smallint[], $5::text[],
             $6::text[], $7::timestamptz[])
           on conflict do nothing),
         whole as materialized (
           select t.bucket, t.conversation_id, t.seq, each.delivery
           from unnest($8::smallint[], $9::uuid[], $10::int[], $11::smallint[])
             as each(bucket, id, seq, delivery)
           join turn t on t.bucket = each.bucket and t.conversation_id = each.id and t.seq = each.seq
             and t.delivery = 1
           order by t.conversation_id, t.seq for update of t)
         update turn set delivery = whole.delivery from whole
         where turn.bucket = whole.bucket and turn.conversation_id = whole.conversation_id
           and turn.seq = whole.seq`,
}
const FELL_THROUGH = {
  name: 'message_fell_through',
  text: `with fallen as (
           update message_delivery set state = 'failed', why = $5
           where bucket = $1 and conversation_id = $2 and seq = $3 and place >= $4 and state = 'sent'
           returning bucket, conversation_id, seq)
         update turn set delivery = 4 from fallen
         where turn.bucket = fallen.bucket and turn.conversation_id = fallen.conversation_id
           and turn.seq = fallen.seq
         returning turn.seq`,
}
/** Nobody is said to have seen what was not said yet. */
const SEEN = {
  name: 'talk_seen',
  text: `insert into talk_seen (bucket, conversation_id, seq, at)
         select $1, $2, $3, $4
         where exists (select from turn where bucket = $1 and conversation_id = $2 and seq = $3 / 16)
         on conflict (bucket, conversation_id) do update set seq = excluded.seq, at = excluded.at
         where talk_seen.seq < excluded.seq`,
}

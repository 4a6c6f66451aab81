import type { Instant } from '../../core/time.ts'
import type { Settlement, Turns } from '../../work/ports/turns.ts'
import { timestamp } from './column-types.ts'
import { putJobs } from './job-store.ts'
import { type Pool, rowsOf, type Tx } from './pool.ts'
import { transaction } from './transaction.ts'

/** How far the sending got, message by message. The pool is of the role hearth_turn. */
export function deliveryMarks(pool: Pool): Pick<Turns, 'marked' | 'markRead'> {
  return {
    marked: async (ref, seq, settled, whole, jobs = []) => {
      const where = [ref.bucket, ref.id, seq]
      const write = (on: Pool | Tx) => rowsOf(on, MARK, [...where, ...columnsOf(settled), whole])
      if (jobs.length === 0) {
        await write(pool)
        return
      }
      await transaction(pool, null, async (tx) => {
        await write(tx)
        await putJobs(tx, jobs)
      })
    },
    markRead: async (ref, at) => {
      await rowsOf(pool, READ, [ref.bucket, ref.id, timestamp(at)])
    },
  }
}

export type SettledRow = {
  readonly place: number
  readonly state: Settlement['state']
  readonly why: string | null
  /** Milliseconds. */
  readonly at: Instant
  readonly read_at: Instant | null
}

export function settlementOf(row: SettledRow): Settlement {
  const { place, state, at, read_at: readAt } = row
  return { place, state, why: row.why as Settlement['why'], at, readAt }
}

/** Of the turn `t`; turns that go to no channel pay nothing for it. */
export const SETTLED = `case when t.delivery > 0 then (
    select json_agg(json_build_object('place', d.place, 'state', d.state, 'why', d.why,
      'at', floor(extract(epoch from d.at) * 1000),
      'read_at', floor(extract(epoch from d.read_at) * 1000)) order by d.place)
    from message_delivery d
    where d.bucket = t.bucket and d.conversation_id = t.conversation_id and d.seq = t.seq) end`

function columnsOf(settled: readonly Settlement[]): readonly unknown[] {
  return [
    settled.map(({ place }) => place),
    settled.map(({ state }) => state),
    settled.map(({ why }) => why),
    settled.map(({ at }) => timestamp(at)),
  ]
}

/** The first word on a message stays: a worker that outlived its lease changes nothing. */
const MARK = {
  name: 'turn_mark',
  text: `with kept as (
           insert into message_delivery (bucket, conversation_id, seq, place, state, why, at)
           select $1::smallint, $2::uuid, $3::int, each.place, each.state, each.why, each.at
           from unnest($4::smallint[], $5::text[], $6::text[], $7::timestamptz[])
             as each(place, state, why, at)
           on conflict do nothing)
         update turn set delivery = $8::smallint
         where bucket = $1 and conversation_id = $2 and seq = $3 and delivery = 1
           and $8::smallint is not null`,
}
const READ = {
  name: 'message_read',
  text: `update message_delivery set read_at = $3
         where bucket = $1 and conversation_id = $2 and state = 'sent' and read_at is null
           and at <= $3`,
}

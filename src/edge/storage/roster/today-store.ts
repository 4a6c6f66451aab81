import type { DeskEvent } from '../../../core/casework/desk-event.ts'
import type { Instant } from '../../../core/time.ts'
import type { TodayReader } from '../../../work/ports/today.ts'
import { settingsOf } from '../cases/scope.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowsOf } from '../pool.ts'
import { transaction } from '../transaction.ts'

type Parts = {
  /** Of the role hearth_desk. */
  readonly pool: Pool
  /** Of the role hearth_turn: only times are read, and only of this person's cases. */
  readonly turn: Pool
}

/** What happened in somebody's cases. */
export function todayStore({ pool, turn }: Parts): TodayReader {
  return {
    unread: ({ district, id }) =>
      rowsOf<{ number: string; at: Instant }>(turn, UNREAD, [district, id, id, SPOKEN]),
    planless: (staff) =>
      transaction(pool, settingsOf(staff), async (tx) => {
        const rows = await rowsOf<{ number: string }>(tx, PLANLESS, [staff.district, staff.id])
        return rows.map(({ number }) => number)
      }),
    changes: (staff, since) =>
      transaction(pool, settingsOf(staff), (tx) =>
        rowsOf<DeskEvent & { number: string }>(tx, CHANGES, [
          ...[staff.district, staff.id, timestamp(since), staff.id],
        ]),
      ),
  }
}

/** Kinds of turns in which a resident speaks. */
const SPOKEN = ['text', 'tap', 'media']

const UNREAD = {
  name: 'today_unread',
  text: `select c.number, said.at from help_case c
    cross join lateral (select t.at from turn t
      where t.bucket = c.bucket and t.conversation_id = c.conversation_id and t.kind = any($4::text[])
      order by t.seq desc limit 1) said
    where c.district_id = $1 and c.claimed_by = $2 and c.status = 'claimed'
      and said.at > coalesce((select max(a.at) from audit a
        where a.district_id = $1 and a.object = 'case:' || c.id and a.actor = $3
          and a.act in ('case.read', 'case.claimed')), c.claimed_at)
    order by said.at limit 100`,
}
const PLANLESS = {
  name: 'today_planless',
  text: `select c.number from help_case c
    join household h on h.district_id = c.district_id and h.id = c.household_id
    where c.district_id = $1 and c.claimed_by = $2 and c.status = 'claimed'
      and c.confirmed_at is not null
      and not exists (select from file_record r
        join household o on o.district_id = r.district_id and o.id = r.household_id
        where r.district_id = c.district_id and r.kind = 'plan' and r.state in ('in_force', 'done')
          and r.household_id in (h.id, h.merged_into))
    limit 200`,
}
const CHANGES = {
  name: 'today_changes',
  text: `select c.number, e.seq, e.at, e.kind, e.actor, s.name as by, e.detail, null as words
    from help_case c
    join case_event e on e.district_id = c.district_id and e.case_id = c.id
    left join staff s on s.district_id = e.district_id and s.id::text = e.actor
    where c.district_id = $1 and c.claimed_by = $2 and c.status = 'claimed'
      and e.at >= $3 and e.actor <> $4
    order by e.at desc, e.seq desc limit 60`,
}

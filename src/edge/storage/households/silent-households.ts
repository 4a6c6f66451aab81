import type { Day, Instant } from '../../../core/time.ts'
import type { SilentHousehold } from '../../../work/ports/household-deeds.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { streetsOf } from '../cases/scope.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf } from '../pool.ts'

/** Gravely in need by the newest assessment of a person, without a service since then, and without a word of its own. */
export function silentHouseholds(
  { tx, staff }: DeskTx,
  { servedSince, heardSince }: { readonly servedSince: Day; readonly heardSince: Instant },
): Promise<readonly SilentHousehold[]> {
  const values = [staff.district, streetsOf(staff), servedSince, timestamp(heardSince), OWN_WORDS]
  return rowsOf<SilentHousehold>(tx, SILENT, values)
}

/** Lines of the history that the household itself has caused. */
const OWN_WORDS = [
  'note_left',
  'person_asked',
  'check_in_answered',
  'satisfaction_answered',
  'plan_answered',
  'safety_answered',
  'conversation_resumed',
]

/** The longest without a service first. */
const SILENT = {
  name: 'households_silent',
  text: `with made as (
      select coalesce(h.merged_into, h.id) as file, c.grade, c.confirmed_at as at
      from help_case c
      join household h on h.district_id = c.district_id and h.id = c.household_id
      where c.district_id = $1 and ($2::text[] is null or c.street_id = any($2::text[]))
        and c.confirmed_at is not null and c.status <> 'withdrawn'
      union all
      select coalesce(h.merged_into, h.id), r.detail->>'grade', r.at
      from file_record r
      join household h on h.district_id = r.district_id and h.id = r.household_id
      where r.district_id = $1 and ($2::text[] is null or r.street_id = any($2::text[]))
        and r.kind = 'assessment' and r.state = 'done'
    ), stands as (
      select distinct on (file) file, grade from made order by file, at desc
    ), grave as (
      select s.file, served.day, heard.at from stands s
      cross join lateral (
        select max(r.day) as day from household o
        join file_record r on r.district_id = o.district_id and r.household_id = o.id
        where o.district_id = $1 and (o.id = s.file or o.merged_into = s.file)
          and r.kind = 'service' and r.state = 'done') served
      cross join lateral (
        select greatest(max(c.opened_at), max(e.at)) as at from household o
        join help_case c on c.district_id = o.district_id and c.household_id = o.id
        left join case_event e on e.district_id = c.district_id and e.case_id = c.id
          and e.kind = any($5::text[])
        where o.district_id = $1 and (o.id = s.file or o.merged_into = s.file)) heard
      where s.grade in ('high', 'extreme')
    )
    select file as household, day::text as "served", at as "heard" from grave
    where (day is null or day < $3::date) and (at is null or at < $4::timestamptz)
    order by day nulls first, at, file limit 300`,
}

import { isOnDuty } from '../../../core/routing/on-duty.ts'
import { atShanghai, type Instant, shanghai } from '../../../core/time.ts'
import type { OnRoster } from '../../../work/ports/roster.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf, type Tx } from '../pool.ts'

export type PersonNow = Omit<OnRoster, 'name'>

/** Everybody who works in the district, with what roster, leave and switch say of now. For both roles. */
export async function peopleNow(
  tx: Tx,
  district: string,
  now: Instant,
): Promise<readonly PersonNow[]> {
  const rows = await rowsOf<Row>(tx, WITH_LOADS, valuesOf(district, now))
  return rows.map(personOf)
}

/** Only who is on duty; for lists of colleagues, which are asked for all the time. */
export async function onDutyNow(
  tx: Tx,
  district: string,
  now: Instant,
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<Row>(tx, DUTY, valuesOf(district, now))
  return new Set(rows.map(personOf).flatMap(({ id, onDuty }) => (onDuty ? [id] : [])))
}

const valuesOf = (district: string, now: Instant) => [
  ...[district, timestamp(now), shanghai(now).day],
]

function personOf(row: Row): PersonNow {
  const { id, role, streets, load, next_at: backAt } = row
  const onDuty = isOnDuty({
    switched: row.since === null ? null : { on: row.is_on, since: row.since },
    inShift: row.in_shift,
    turnedAt: row.turned_at,
    awaySince: row.away_since === null ? null : atShanghai(row.away_since),
  })
  const crisisDuty = onDuty && row.crisis
  return { id, role, streets, load, backAt, onDuty, away: row.away_since !== null, crisisDuty }
}

type Row = {
  readonly id: string
  readonly role: string
  readonly streets: readonly string[]
  readonly load: number
  readonly is_on: boolean
  readonly since: Instant | null
  readonly in_shift: boolean
  readonly crisis: boolean
  readonly turned_at: Instant | null
  readonly next_at: Instant | null
  readonly away_since: string | null
}

/** A shift of somebody on leave is the stand-in's; five weeks around now hold every shift that matters. */
const people = (loads: 'counted' | 'left out') => ({
  name: `people_now_${loads === 'counted' ? 'loads' : 'duty'}`,
  text: `with done_by as (
      select case when l.id is null then s.staff_id else l.stand_in end as staff_id,
        s.street_id, s.starts_at, s.ends_at
      from duty_shift s left join staff_leave l on l.district_id = s.district_id
        and l.staff_id = s.staff_id
        and (s.starts_at at time zone 'Asia/Shanghai')::date between l.from_day and l.to_day
      where s.district_id = $1 and s.ends_at > $2::timestamptz - interval '35 days'
        and s.starts_at < $2::timestamptz + interval '35 days'
    ), shifts as (
      select staff_id, bool_or(starts_at <= $2 and $2 < ends_at) as in_shift,
        bool_or(starts_at <= $2 and $2 < ends_at and street_id = '') as crisis,
        max(case when ends_at <= $2 then ends_at when starts_at <= $2 then starts_at end) as turned_at,
        min(starts_at) filter (where starts_at > $2) as next_at
      from done_by where staff_id is not null group by staff_id
    ), away as (
      select staff_id, min(from_day)::text as since from staff_leave
      where district_id = $1 and $3::date between from_day and to_day group by staff_id
    )${loads === 'counted' ? LOADS : ''}
    select p.id, p.role, p.streets, ${loads === 'counted' ? 'coalesce(loads.load, 0)' : '0'} as load,
      coalesce(d.is_on, false) as is_on,
      d.since, coalesce(shifts.in_shift, false) as in_shift, coalesce(shifts.crisis, false) as crisis,
      shifts.turned_at, shifts.next_at, away.since as away_since
    from staff p
    left join staff_duty d on d.district_id = p.district_id and d.staff_id = p.id
    left join shifts on shifts.staff_id = p.id
    left join away on away.staff_id = p.id
    ${loads === 'counted' ? 'left join loads on loads.claimed_by = p.id' : ''}
    where p.district_id = $1 and p.active order by p.id limit 5000`,
})

const LOADS = `, loads as (
      select claimed_by, count(*)::int as load from help_case
      where district_id = $1 and status = 'claimed' group by claimed_by
    )`
const WITH_LOADS = people('counted')
const DUTY = people('left out')

import { problem } from '../../../core/errors.ts'
import type { Instant } from '../../../core/time.ts'
import type { NewShift, Shift } from '../../../work/ports/roster.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'

/** Shifts that touch these instants, the earliest first. */
export async function listShifts(
  { tx, staff }: DeskTx,
  from: Instant,
  to: Instant,
): Promise<readonly Shift[]> {
  const rows = await rowsOf<Row>(tx, LIST, [staff.district, timestamp(from), timestamp(to)])
  return rows.map((row) => ({
    id: row.id,
    street: row.street_id === '' ? null : row.street_id,
    person: { id: row.staff_id, name: row.name },
    standIn: row.stand_in === null ? null : { id: row.stand_in, name: row.stand_in_name ?? '' },
    vacant: row.away && row.stand_in === null,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }))
}

/** Writes shifts; row security says for which streets this person may. */
export async function addShifts(on: DeskTx, shifts: readonly NewShift[]): Promise<void> {
  const { tx, staff, at } = on
  for (const { id, street, staff: person, startsAt, endsAt } of shifts) {
    mayLead(on, street)
    const known = await rowOf(tx, PERSON, [staff.district, person])
    if (!known) throw problem('not_found', { staff: person })
    const when = [timestamp(startsAt), timestamp(endsAt), staff.id, timestamp(at)]
    await rowsOf(tx, ADD, [staff.district, id, street ?? '', person, ...when])
  }
  await tell(
    on,
    'roster.shift_added',
    shifts[0]?.street ?? '',
    shifts.map(({ id }) => id).join(','),
  )
}

export async function dropShift(on: DeskTx, id: string): Promise<void> {
  const { tx, staff } = on
  const shift = await rowOf<{ street_id: string }>(tx, ONE, [staff.district, id])
  if (!shift) throw problem('not_found', { shift: id })
  mayLead(on, shift.street_id === '' ? null : shift.street_id)
  await rowsOf(tx, DROP, [staff.district, id])
  await tell(on, 'roster.shift_dropped', shift.street_id, id)
}

/** Leads write for their streets, the district for all. Throws `not_allowed`. */
export function mayLead({ staff }: DeskTx, street: string | null): void {
  const { role, streets } = staff
  if (role === 'district' || role === 'admin') return
  if (role === 'supervisor' && street !== null && streets.includes(street)) return
  throw problem('not_allowed')
}

/** The line of the audit. */
export function tell({ tx, staff, at }: DeskTx, act: string, street: string, object: string) {
  const { id: actor, role, district } = staff
  return appendAudit(tx, [{ district, street, actor, role, act, object: `roster:${object}`, at }])
}

type Row = {
  readonly id: string
  readonly street_id: string
  readonly staff_id: string
  readonly name: string
  readonly away: boolean
  readonly stand_in: string | null
  readonly stand_in_name: string | null
  readonly starts_at: Instant
  readonly ends_at: Instant
}

const LIST = {
  name: 'duty_shifts',
  text: `select s.id, s.street_id, s.staff_id, p.name, l.id is not null as away, l.stand_in,
      i.name as stand_in_name, s.starts_at, s.ends_at
    from duty_shift s
    join staff p on p.district_id = s.district_id and p.id = s.staff_id
    left join lateral (select id, stand_in from staff_leave l where l.district_id = s.district_id
      and l.staff_id = s.staff_id
      and (s.starts_at at time zone 'Asia/Shanghai')::date between l.from_day and l.to_day
      order by l.at desc limit 1) l on true
    left join staff i on i.district_id = s.district_id and i.id = l.stand_in
    where s.district_id = $1 and s.ends_at > $2 and s.starts_at < $3
    order by s.starts_at, s.street_id, p.name, s.id limit 2000`,
}
const PERSON = {
  name: 'duty_person',
  text: 'select id from staff where district_id = $1 and id = $2 and active',
}
const ADD = {
  name: 'duty_shift_add',
  text: `insert into duty_shift (district_id, id, street_id, staff_id, starts_at, ends_at, by, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (district_id, id) do nothing`,
}
const ONE = {
  name: 'duty_shift_one',
  text: 'select street_id from duty_shift where district_id = $1 and id = $2',
}
const DROP = {
  name: 'duty_shift_drop',
  text: 'delete from duty_shift where district_id = $1 and id = $2',
}

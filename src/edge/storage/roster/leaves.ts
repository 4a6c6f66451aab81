import { problem } from '../../../core/errors.ts'
import type { Day } from '../../../core/time.ts'
import type { Leave, NewLeave } from '../../../work/ports/roster.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { tell } from './shifts.ts'

/** Who is away on these days. */
export async function listLeaves(
  { tx, staff }: DeskTx,
  from: Day,
  to: Day,
): Promise<readonly Leave[]> {
  const rows = await rowsOf<Row>(tx, LIST, [staff.district, from, to])
  return rows.map(({ id, staff_id, name, from_day, to_day, stand_in, stand_in_name }) => ({
    id,
    person: { id: staff_id, name },
    from: from_day,
    to: to_day,
    standIn: stand_in === null ? null : { id: stand_in, name: stand_in_name ?? '' },
  }))
}

/** One's own leave, or that of somebody of a street one leads. */
export async function addLeave(on: DeskTx, leave: NewLeave): Promise<void> {
  const { tx, staff, at } = on
  await mayWrite(on, leave.staff)
  const when = [leave.from, leave.to, leave.standIn, staff.id, timestamp(at)]
  await rowsOf(tx, ADD, [staff.district, leave.id, leave.staff, ...when])
  await tell(on, 'roster.leave_added', staff.streets[0] ?? '', leave.id)
}

export async function dropLeave(on: DeskTx, id: string): Promise<void> {
  const { tx, staff } = on
  const leave = await rowOf<{ staff_id: string }>(tx, ONE, [staff.district, id])
  if (!leave) throw problem('not_found', { leave: id })
  await mayWrite(on, leave.staff_id)
  await rowsOf(tx, DROP, [staff.district, id])
  await tell(on, 'roster.leave_dropped', staff.streets[0] ?? '', id)
}

async function mayWrite({ tx, staff }: DeskTx, person: string): Promise<void> {
  const known = await rowOf<{ streets: readonly string[] }>(tx, PERSON, [staff.district, person])
  if (!known) throw problem('not_found', { staff: person })
  if (person === staff.id || staff.role === 'district' || staff.role === 'admin') return
  const leads = staff.role === 'supervisor'
  if (leads && known.streets.some((street) => street && staff.streets.includes(street))) return
  throw problem('not_allowed')
}

type Row = {
  readonly id: string
  readonly staff_id: string
  readonly name: string
  readonly from_day: Day
  readonly to_day: Day
  readonly stand_in: string | null
  readonly stand_in_name: string | null
}

const LIST = {
  name: 'staff_leaves',
  text: `select l.id, l.staff_id, p.name, l.from_day::text as from_day, l.to_day::text as to_day,
      l.stand_in, i.name as stand_in_name
    from staff_leave l
    join staff p on p.district_id = l.district_id and p.id = l.staff_id
    left join staff i on i.district_id = l.district_id and i.id = l.stand_in
    where l.district_id = $1 and l.to_day >= $2 and l.from_day <= $3
    order by l.from_day, p.name, l.id limit 1000`,
}
const PERSON = {
  name: 'leave_person',
  text: 'select streets from staff where district_id = $1 and id = $2 and active',
}
const ADD = {
  name: 'staff_leave_add',
  text: `insert into staff_leave (district_id, id, staff_id, from_day, to_day, stand_in, by, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (district_id, id) do nothing`,
}
const ONE = {
  name: 'staff_leave_one',
  text: 'select staff_id from staff_leave where district_id = $1 and id = $2',
}
const DROP = {
  name: 'staff_leave_drop',
  text: 'delete from staff_leave where district_id = $1 and id = $2',
}

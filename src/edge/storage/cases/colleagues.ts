import type { Colleague } from '../../../work/ports/desk.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf } from '../pool.ts'
import { onDutyNow } from '../roster/people-now.ts'
import type { DeskTx } from './desk-tx.ts'

/** Everybody who works in the district, by name. */
export async function listColleagues({ tx, staff, at }: DeskTx): Promise<readonly Colleague[]> {
  const rows = await rowsOf<Omit<Colleague, 'duty'>>(tx, LIST, [staff.district])
  const on = await onDutyNow(tx, staff.district, at)
  return rows.map((row) => ({ ...row, duty: on.has(row.id) }))
}

/** Going on and off duty (值班): only for oneself. */
export async function setDuty({ tx, staff, at }: DeskTx, on: boolean): Promise<void> {
  await rowsOf(tx, SET, [staff.district, staff.id, on, timestamp(at)])
}

const LIST = {
  name: 'staff_colleagues',
  text: `select s.id, s.name, s.role, s.streets from staff s
    where s.district_id = $1 and s.active order by s.name, s.id limit 2000`,
}
const SET = {
  name: 'staff_duty_set',
  text: `insert into staff_duty (district_id, staff_id, is_on, since) values ($1, $2, $3, $4)
    on conflict (district_id, staff_id) do update
    set is_on = excluded.is_on, since = excluded.since`,
}

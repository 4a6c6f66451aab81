import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { Notice } from '../../../work/ports/desk.ts'
import { timestamp } from '../column-types.ts'
import { rowsOf, type Tx } from '../pool.ts'

export type Call = {
  readonly id: string
  /** Staff id; somebody who does not work here is not called. */
  readonly to: string
  readonly kind: Notice['kind']
  readonly number: string
  /** Page of the console; the case where nothing is said. */
  readonly about?: string
  readonly staff: Staff
  readonly at: Instant
}

/** A notice for one colleague (铃). */
export async function callPerson(tx: Tx, call: Call): Promise<void> {
  const { id, to, kind, number, about = '', staff, at } = call
  await rowsOf(tx, CALL, [staff.district, to, id, kind, number, staff.id, timestamp(at), about])
}

const CALL = {
  name: 'notice_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, from_staff, at, about)
    select $1, s.id, $3, $4, $5, $6, $7, $8 from staff s
    where s.district_id = $1 and s.id = $2 and s.active`,
}

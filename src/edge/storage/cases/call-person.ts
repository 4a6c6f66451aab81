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
  readonly staff: Staff
  readonly at: Instant
}

/** A notice for one colleague (铃). */
export async function callPerson(tx: Tx, { id, to, kind, number, staff, at }: Call): Promise<void> {
  await rowsOf(tx, CALL, [staff.district, to, id, kind, number, staff.id, timestamp(at)])
}

const CALL = {
  name: 'notice_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, from_staff, at)
    select $1, s.id, $3, $4, $5, $6, $7 from staff s
    where s.district_id = $1 and s.id = $2 and s.active`,
}

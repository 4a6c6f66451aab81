import { problem } from '../../core/errors.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Clock } from '../../work/ports/clock.ts'
import type { Ids } from '../../work/ports/ids.ts'
import type { StaffBook } from '../../work/ports/staff.ts'
import { timestamp } from './column-types.ts'
import { type Pool, rowsOf } from './pool.ts'
import { transaction } from './transaction.ts'

export type StaffStoreParts = { readonly pool: Pool; readonly clock: Clock; readonly ids: Ids }

/** The people who work here. The pool is of the role hearth_desk. */
export function staffStore({ pool, clock, ids }: StaffStoreParts): StaffBook {
  const inDistrict = (district: string) =>
    ({ actor: 'office', role: 'admin', district, streets: [] }) as const
  return {
    createStaff: (person) =>
      transaction(pool, inDistrict(person.district), async (tx) => {
        const { password, ...rest } = person
        const staff: Staff = { id: ids.uuid(), ...rest }
        const { id, login, name, role, district, streets } = staff
        const values = [district, id, login, name, role, streets, password, timestamp(clock.now())]
        const rows = await rowsOf(tx, INSERT, values)
        if (rows.length === 0) throw problem('bad_request', { field: 'login', why: 'taken' })
        return staff
      }),
    listStaff: (district) =>
      transaction(pool, inDistrict(district), (tx) => rowsOf<Staff>(tx, LIST, [district])),
  }
}

const INSERT = `insert into staff (district_id, id, login, name, role, streets, password, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (district_id, login) do nothing returning id`

const LIST = `select id, login, name, role, district_id as district, streets from staff
  where district_id = $1 and active order by login`

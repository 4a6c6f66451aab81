import { randomUUID } from 'node:crypto'
import type { StaffCalls } from '../../../work/ports/complaints.ts'
import type { CaseStoreParts } from '../case-store.ts'
import { callPerson } from '../cases/call-person.ts'
import { settingsOf } from '../cases/scope.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf } from '../pool.ts'
import { transaction } from '../transaction.ts'

/** Calls a colleague about a household; the call leads to its newest case. */
export function staffCalls({ pool, clock }: CaseStoreParts): StaffCalls {
  return {
    call: (staff, household, to, kind) =>
      transaction(pool, settingsOf(staff), async (tx) => {
        const row = await rowOf<{ number: string }>(tx, NEWEST, [staff.district, household])
        if (!row) return
        const { number } = row
        const about = kind.startsWith('plan_') ? planOf(household) : ''
        await callPerson(tx, { id: randomUUID(), to, kind, number, about, staff, at: clock.now() })
      }),
    callApprovers: (staff, household, writers) =>
      transaction(pool, settingsOf(staff), async (tx) => {
        const row = await rowOf<{ number: string }>(tx, NEWEST, [staff.district, household])
        if (!row) return
        const values = [staff.district, household, writers, row.number, staff.id]
        await rowsOf(tx, APPROVERS, [...values, timestamp(clock.now()), planOf(household)])
      }),
  }
}

const planOf = (household: string) => `households/${household}/plan`

const NEWEST = {
  name: 'household_newest_case',
  text: `select number from help_case where district_id = $1 and household_id = $2
    order by opened_at desc, id limit 1`,
}
/** Where nobody else leads the street, the district. */
const APPROVERS = {
  name: 'plan_call_approvers',
  text: `insert into notice (district_id, staff_id, id, kind, number, from_staff, at, about)
    select $1, s.id, gen_random_uuid(), 'plan_submitted', $4, $5, $6, $7
    from household h
    join staff s on s.district_id = h.district_id and s.active and s.id <> all($3::uuid[])
      and (s.role = 'supervisor' and h.street_id = any(s.streets)
           or s.role = 'district' and not exists (select from staff l where l.district_id = $1
             and l.active and l.role = 'supervisor' and h.street_id = any(l.streets)
             and l.id <> all($3::uuid[])))
    where h.district_id = $1 and h.id = $2`,
}

import { randomUUID } from 'node:crypto'
import type { StaffCalls } from '../../../work/ports/complaints.ts'
import type { CaseStoreParts } from '../case-store.ts'
import { callPerson } from '../cases/call-person.ts'
import { settingsOf } from '../cases/scope.ts'
import { rowOf } from '../pool.ts'
import { transaction } from '../transaction.ts'

/** Calls a colleague about a household; the call leads to its newest case. */
export function staffCalls({ pool, clock }: CaseStoreParts): StaffCalls {
  return {
    call: (staff, household, to, kind) =>
      transaction(pool, settingsOf(staff), async (tx) => {
        const row = await rowOf<{ number: string }>(tx, NEWEST, [staff.district, household])
        if (!row) return
        const { number } = row
        await callPerson(tx, { id: randomUUID(), to, kind, number, staff, at: clock.now() })
      }),
  }
}

const NEWEST = {
  name: 'household_newest_case',
  text: `select number from help_case where district_id = $1 and household_id = $2
    order by opened_at desc, id limit 1`,
}

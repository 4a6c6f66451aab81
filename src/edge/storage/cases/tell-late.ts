import type { LateTransfers } from '../../../work/ports/late-transfers.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { transaction } from '../transaction.ts'
import { addEvent } from './case-event.ts'

/** A transfer that nobody answered, as a line of the history and calls. Runs as hearth_turn. */
export function lateTransfers(pool: Pool, ring: KeyRing): LateTransfers {
  return {
    tellLate: ({ case: id, at }) =>
      transaction(pool, null, async (tx) => {
        const late = await rowOf<Late>(tx, LATE, [id])
        if (!late || late.told) return
        const { district_id: district, transfer, to_street: to } = late
        const detail = { transfer, to }
        const kind = 'transfer_late'
        await addEvent(tx, ring, { district, case: id, at, kind, actor: 'rounds', detail })
        await rowsOf(tx, CALL, [district, transfer, timestamp(at)])
      }),
  }
}

type Late = {
  readonly district_id: string
  readonly transfer: string
  readonly to_street: string
  readonly told: boolean
}

const LATE = {
  name: 'transfer_late',
  text: `select c.district_id, t.id as transfer, t.to_street, exists (
      select from case_event e where e.district_id = c.district_id and e.case_id = c.id
        and e.kind = 'transfer_late' and e.detail->>'transfer' = t.id::text) as told
    from help_case c join transfer t
      on t.district_id = c.district_id and t.case_id = c.id and t.state = 'pending'
    where c.id = $1 and c.offered_to is not null for no key update of c`,
}
const CALL = {
  name: 'transfer_late_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, at)
    select $1, s.id, gen_random_uuid(), 'late', c.number, $3
    from transfer t
    join help_case c on c.district_id = t.district_id and c.id = t.case_id
    join staff s on s.district_id = t.district_id and s.active
      and (s.role = 'district' or s.id in (t.from_staff, t.to_staff)
           or s.role = 'supervisor' and s.streets && array[t.street_id, t.to_street])
    where t.district_id = $1 and t.id = $2`,
}

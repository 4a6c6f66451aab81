import type { QuietDesk } from '../../../work/ports/quiet.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { transaction } from '../transaction.ts'
import { addEvent } from './case-event.ts'

/** A silence as a line of the history and a call to who has the case. Runs as hearth_turn. */
export function quietDesk(pool: Pool, ring: KeyRing): QuietDesk {
  return {
    tellQuiet: ({ case: id, at, silence, givenBack }) =>
      transaction(pool, null, async (tx) => {
        const kind = givenBack ? 'given_back_quiet' : 'resident_quiet'
        const held = await rowOf<Held>(tx, HOLD, [id, kind, String(silence)])
        if (!held || held.told) return
        const { district_id: district } = held
        const event = { district, case: id, at, kind, actor: 'rounds', detail: { silence } }
        await addEvent(tx, ring, event)
        if (held.claimed_by === null) return
        await rowsOf(tx, CALL, [district, held.claimed_by, held.number, timestamp(at)])
      }),
  }
}

type Held = {
  readonly district_id: string
  readonly number: string
  readonly claimed_by: string | null
  readonly told: boolean
}

const HOLD = {
  name: 'quiet_hold',
  text: `select c.district_id, c.number, c.claimed_by, exists (
      select from case_event e where e.district_id = c.district_id and e.case_id = c.id
        and e.kind = $2 and e.detail->>'silence' = $3) as told
    from help_case c where c.id = $1 for no key update of c`,
}
const CALL = {
  name: 'quiet_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, at)
    values ($1, $2, gen_random_uuid(), 'quiet', $3, $4)`,
}

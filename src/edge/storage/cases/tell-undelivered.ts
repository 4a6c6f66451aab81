import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { LostMessage, UndeliveredDesk } from '../../../work/ports/undelivered.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf } from '../pool.ts'
import { type DataKey, type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { unseal } from '../seal/seal.ts'
import { transaction } from '../transaction.ts'
import { addEvent } from './case-event.ts'
import { placeOf } from './household-key.ts'
import { raiseAlert } from './raise-alert.ts'

/** What did not arrive as a line of the history, and a call to who has the case. Runs as hearth_turn. */
export function undeliveredDesk(pool: Pool, ring: KeyRing): UndeliveredDesk {
  return {
    note: ({ case: id, at, seq, kind, why }) =>
      transaction(pool, null, async (tx) => {
        const held = await rowOf<Held>(tx, HOLD, [id])
        const seen = await rowOf<{ told: boolean }>(tx, SEE, [id, kind, String(seq)])
        if (!held || seen?.told) return
        const { district_id: district } = held
        await addEvent(tx, ring, {
          district,
          case: id,
          at,
          kind,
          actor: 'rounds',
          detail: { seq, why },
        })
        if (held.claimed_by === null || !CALLS.has(kind)) return
        await rowsOf(tx, CALL, [district, held.claimed_by, held.number, timestamp(at)])
      }),
    alert: (alert) => transaction(pool, null, (tx) => raiseAlert(tx, alert)),
    phoneOf: async (id) => {
      const row = await rowOf<Sealed>(pool, FILE, [id])
      const key = row?.data_key && openDataKey(ring, row.data_key)
      const phone = row && key ? phoneIn(key, id, row.sealed) : null
      return phone && MOBILE.test(phone) ? phone : null
    },
  }
}

function phoneIn(key: DataKey, id: string, sealed: Buffer | null): string | null {
  if (sealed === null) return null
  const { phone } = unseal(key, placeOf('help_case', id), sealed) as Pick<CaseFile, 'phone'>
  return phone?.replace(/\D/g, '') ?? null
}

/** What an adviser has to do something about. */
const CALLS: ReadonlySet<LostMessage['kind']> = new Set([
  'message_failed',
  'message_unknown',
  'sms_failed',
  'media_lost',
])

const MOBILE = /^1[3-9]\d{9}$/

type Held = {
  readonly district_id: string
  readonly number: string
  readonly claimed_by: string | null
}
type Sealed = { readonly sealed: Buffer | null; readonly data_key: Buffer | null }

const HOLD = {
  name: 'undelivered_hold',
  text: `select c.district_id, c.number, c.claimed_by from help_case c
    where c.id = $1 for no key update of c`,
}
// A statement of its own: one that waited for the row would see what stood there before.
const SEE = {
  name: 'undelivered_see',
  text: `select exists (
      select from case_event e where e.district_id = c.district_id and e.case_id = c.id
        and e.kind = $2 and e.detail->>'seq' = $3) as told
    from help_case c where c.id = $1`,
}
const CALL = {
  name: 'undelivered_call',
  text: `insert into notice (district_id, staff_id, id, kind, number, at)
    values ($1, $2, gen_random_uuid(), 'undelivered', $3, $4)`,
}
const FILE = {
  name: 'undelivered_file',
  text: `select c.sealed, h.data_key from help_case c
    join household h on h.district_id = c.district_id and h.id = c.household_id
    where c.id = $1 and c.status <> 'withdrawn'`,
}

import type { Findings } from '../../../work/ports/findings.ts'
import { type Pool, rowOf } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { transaction } from '../transaction.ts'
import { addEvent } from './case-event.ts'
import { raiseAlert } from './raise-alert.ts'

/** What the optional helpers found, as lines of the history and alerts. Runs as hearth_turn. */
export function findingsStore(pool: Pool, ring: KeyRing): Findings {
  return {
    note: ({ case: id, at, kind, detail, words }) =>
      transaction(pool, null, async (tx) => {
        const held = await rowOf<Held>(tx, HOLD, [id])
        const seen = await rowOf<Seen>(tx, SEE, [id, kind, JSON.stringify(detail)])
        if (!held?.kept || !seen || seen.noted) return false
        const said = words === undefined ? {} : { words }
        const event = { district: held.district_id, case: id, at, kind, actor: 'helper', detail }
        await addEvent(tx, ring, { ...event, ...said })
        return true
      }),
    raise: (alert) =>
      transaction(pool, null, async (tx) => {
        const { bucket, id } = alert.conversation
        const waits = await rowOf(tx, WAITS, [alert.district, bucket, id, above(alert.tier)])
        if (waits) return false
        await raiseAlert(tx, alert)
        return true
      }),
  }
}

/** This tier and those above it. */
function above(tier: string): readonly string[] {
  const tiers = ['watch', 'high', 'imminent']
  return tiers.slice(tiers.indexOf(tier))
}

/** `kept`: the household was not erased. */
type Held = { readonly district_id: string; readonly kept: boolean }
type Seen = { readonly noted: boolean }

const HOLD = {
  name: 'finding_hold',
  text: `select c.district_id, h.data_key is not null as kept from help_case c
    join household h on h.district_id = c.district_id and h.id = c.household_id
    where c.id = $1 for no key update of c`,
}
// A statement of its own: one that waited for the row would see what stood there before.
const SEE = {
  name: 'finding_see',
  text: `select exists (
      select from case_event e where e.district_id = c.district_id and e.case_id = c.id
        and e.kind = $2 and e.detail = $3::jsonb) as noted
    from help_case c where c.id = $1`,
}
const WAITS = {
  name: 'finding_waits',
  text: `select 1 from alert where district_id = $1 and bucket = $2 and conversation_id = $3
    and acknowledged_at is null and tier = any($4) limit 1`,
}

import type { IntakeStore } from '../../../work/ports/intake.ts'
import type { Pool } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { claimTellings, collectTellings, markTold, postponeTelling } from './outbox.ts'
import { takeOrder } from './take-order.ts'

/** Orders of other offices and what these are told, in PostgreSQL. Runs as hearth_turn. */
export function intakeStore(pool: Pool, ring: KeyRing, district: string): IntakeStore {
  return {
    take: (taking) => takeOrder(pool, ring, district, taking),
    collect: (now) => collectTellings(pool, district, now),
    claim: (now, until, limit) => claimTellings(pool, district, now, until, limit),
    told: (telling, at) => markTold(pool, district, telling, at),
    postpone: (telling, dueAt) => postponeTelling(pool, district, telling, dueAt),
  }
}

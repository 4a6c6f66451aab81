import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'

/** One transaction of the desk: in whose name, when, and what opens what is sealed. */
export type DeskTx = {
  readonly tx: Tx
  readonly ring: KeyRing
  readonly staff: Staff
  readonly at: Instant
}

import type { CaseWrites } from '../../../work/ports/cases.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Tx } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { addEvent } from './case-event.ts'
import { eraseCase } from './erase-case.ts'
import { openCase } from './open-case.ts'
import { raiseAlert } from './raise-alert.ts'
import { updateCase } from './update-case.ts'
import { wakeCase } from './wake-case.ts'

/** What a turn writes of a case, inside the transaction that it hands in. Runs as hearth_turn. */
export function caseWrites(tx: Tx, ring: KeyRing): CaseWrites {
  return {
    openCase: (opening) => openCase(tx, ring, opening),
    updateCase: (update) => updateCase(tx, ring, update),
    addEvent: (event) => addEvent(tx, ring, event),
    raiseAlert: (alert) => raiseAlert(tx, alert),
    wakeCase: (district, id) => wakeCase(tx, district, id),
    eraseCase: (_district, id, at) => eraseCase(tx, id, at),
    audit: (entries) => appendAudit(tx, entries),
  }
}

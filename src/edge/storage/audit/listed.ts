import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { AuditEntry } from '../../../work/ports/audit.ts'

/** That somebody saw a list, and whose names stood in it; in the chain of the reader's first street. */
export function listed(
  { id: actor, role, district, streets }: Staff,
  what: Pick<AuditEntry, 'act' | 'object' | 'fields'>,
  at: Instant,
): AuditEntry {
  return { district, street: streets[0] ?? '', actor, role, at, ...what }
}

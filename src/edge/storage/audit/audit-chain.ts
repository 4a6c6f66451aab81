import { createHash } from 'node:crypto'
import type { AuditEntry } from '../../../work/ports/audit.ts'

/** The chain of what belongs to no single street. */
const DISTRICT_CHAIN = 'district'

/** The hash before the first row. */
export const BEGINNING: Buffer = Buffer.alloc(32)

/** Name of the chain that an entry is appended to. */
export function chainOf(entry: AuditEntry): string {
  return entry.street === '' ? DISTRICT_CHAIN : entry.street
}

/**
 * SHA-256 over the hash before and the row as JSON in one written order of fields: a changed,
 * removed, added or swapped row breaks the chain from there on.
 */
export function hashOf(before: Buffer, seq: number, entry: AuditEntry): Buffer {
  const { district, street, actor, role, act, object, at, reason = '', fields = [] } = entry
  const row = [district, chainOf(entry), seq, at, actor, role, street, act, object, reason, fields]
  return createHash('sha256').update(before).update(JSON.stringify(row)).digest()
}

import type { AuditEntry } from '../../../work/ports/audit.ts'
import type { Pool } from '../pool.ts'
import { transaction } from '../transaction.ts'
import { appendAudit } from './append-audit.ts'

/** Ends when it stands in the audit; what was read may be given out then, and not before. */
export type ReadLog = (entry: AuditEntry) => Promise<void>

/**
 * What people read, written down for many of them with one commit: those who come while one is under way go
 * together with the next. A chain is held until its commit, so lists that a whole street asks for at the same moment
 * would wait for each other's disk, one after the other.
 */
export function readLog(pool: Pool): ReadLog {
  let last: Promise<void> = Promise.resolve()
  let next: { readonly entries: AuditEntry[]; readonly written: Promise<void> } | null = null
  return (entry) => {
    if (next) {
      next.entries.push(entry)
      return next.written
    }
    const entries = [entry]
    const written = last.then(() => {
      next = null
      return write(pool, entries)
    })
    next = { entries, written }
    last = written.catch(() => {})
    return written
  }
}

/** Each row in the name of its reader: row security takes no other. */
async function write(pool: Pool, entries: readonly AuditEntry[]): Promise<void> {
  for (const district of new Set(entries.map((entry) => entry.district))) {
    const rows = entries.filter((entry) => entry.district === district)
    const nobody = { actor: '', role: 'system', district, streets: [] } as const
    await transaction(pool, nobody, (tx) => appendAudit(tx, rows, true))
  }
}

import type { Staff } from '../../core/people/role.ts'
import type { Instant } from '../../core/time.ts'
import type { FileRecord, RecordChange } from './household-files.ts'

/** Links by which somebody outside answers one record without signing in. Every use is audited. */
export type OutsideLinks = {
  /** A new token for this record; earlier ones end. It is told once and kept as its hash alone. */
  readonly make: (
    staff: Staff,
    household: string,
    record: Pick<FileRecord, 'id' | 'kind'>,
    expiresAt: Instant,
  ) => Promise<string>
  readonly end: (staff: Staff, record: string) => Promise<void>
  /** What the link opens, of these kinds. Throws `not_found` when it does not work, or not any more. */
  readonly read: (token: string, kinds: readonly string[]) => Promise<FileRecord>
  /** Throws `stale`, `not_found`, and what `change` throws. */
  readonly answer: (
    token: string,
    kinds: readonly string[],
    version: number,
    change: (found: FileRecord) => LinkAnswer,
  ) => Promise<FileRecord>
}

/** `last`: the link ends with it. */
export type LinkAnswer = { readonly change: RecordChange; readonly last: boolean }

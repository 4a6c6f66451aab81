import type { Ledger } from '../../core/casework/ledger-table.ts'
import type { Staff } from '../../core/people/role.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'

export type LedgerLine = { readonly record: FileRecord; readonly head: HouseholdHead }

export type LedgerAsk = {
  readonly ledger: Ledger
  /** `2026-11` */
  readonly month: string
  /** 9-digit street; null = all that this person may see. */
  readonly street: string | null
  /** What it is for; stands on every sheet and in the audit. */
  readonly purpose: string
  /** Who else agreed to it; null = nobody. */
  readonly second: Staff | null
}

/** Ledgers (台账): they come out of the records by themselves. */
export type LedgerBook = {
  /**
   * All lines of a month that this person may see, oldest first; that they were taken out stands in the audit. Null
   * when there are more than `most` and nobody else agreed: then nothing was given.
   */
  readonly take: (
    staff: Staff,
    ask: LedgerAsk,
    most: number,
  ) => Promise<readonly LedgerLine[] | null>
}

export type Ledgers = {
  /** Throws second_needed, not_allowed. */
  readonly take: (staff: Staff, ask: LedgerAsk) => Promise<readonly LedgerLine[]>
}

import type { Staff } from '../../core/people/role.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { FileRecord, Named } from './household-files.ts'

/** The petty cash of one community (社区备用金). Amounts in fen. */
export type CashAccount = {
  readonly committee: string
  readonly street: string
  /** What one payment may be at most. */
  readonly limit: number
  readonly balance: number
  readonly openedAt: Instant
}

export type CashLine = {
  readonly id: string
  readonly seq: number
  readonly kind: 'top_up' | 'payment' | 'given_back'
  /** Less than nothing for a payment. */
  readonly amount: number
  readonly balance: number
  readonly household: string | null
  readonly record: string | null
  /** Who asked for the payment. */
  readonly first: Named | null
  readonly by: Named
  readonly at: Instant
}

export type CashBook = {
  readonly account: CashAccount
  /** Newest first; at most 500. */
  readonly lines: readonly CashLine[]
  /** Sum of all its lines; the same as the balance, or the book is wrong. */
  readonly sum: number
}

export type CashPayment = {
  readonly household: string
  /** Record of the aid; its amount is paid. */
  readonly id: string
  readonly version: number
  readonly committee: string
  readonly at: Instant
  /** Until when the procedure is made up for. */
  readonly dueOn: Day
}

/** Everybody sees the accounts of own streets. Movements are audited. */
export type PettyCash = {
  readonly accounts: (staff: Staff) => Promise<readonly CashAccount[]>
  readonly accountOf: (staff: Staff, committee: string) => Promise<CashAccount | null>
  /** Opens the account, or sets its limit. */
  readonly setLimit: (
    staff: Staff,
    at: { readonly committee: string; readonly street: string },
    limit: number,
  ) => Promise<CashAccount>
  readonly topUp: (
    staff: Staff,
    committee: string,
    line: { readonly id: string; readonly amount: number },
  ) => Promise<CashAccount>
  /** Throws `not_found`. */
  readonly book: (staff: Staff, committee: string) => Promise<CashBook>
  /**
   * The second person pays: record and ledger in one transaction. Throws `same_person`, `over_limit` and
   * `too_little_cash` {field: amount}, `stale`, `not_found`.
   */
  readonly pay: (staff: Staff, payment: CashPayment) => Promise<FileRecord>
}

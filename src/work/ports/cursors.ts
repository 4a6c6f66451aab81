import type { Instant } from '../../core/time.ts'

/** How far an account has been read, for platforms that are asked for their messages. */
export type Cursor = {
  /** Empty before the first page. */
  readonly cursor: string
  /** When the house first read this account: what is older was answered by others. */
  readonly since: Instant
}

export type Cursors = {
  /** Made when there is none. */
  readonly read: (channel: string, account: string, now: Instant) => Promise<Cursor>
  readonly keep: (channel: string, account: string, cursor: string) => Promise<void>
  /** Accounts that were ever read. */
  readonly accounts: (channel: string) => Promise<readonly string[]>
}

import type { Instant } from '../../core/time.ts'

/** How far an account has been read, for platforms that are asked for their messages. */
type Cursor = {
  /** Empty before the first page. */
  readonly cursor: string
  /** What is older was there before the house, and answered by others. */
  readonly since: Instant
}

export type Cursors = {
  /** Made with this `since` when there is none. */
  readonly read: (channel: string, account: string, since: Instant) => Promise<Cursor>
  readonly keep: (channel: string, account: string, cursor: string) => Promise<void>
  /** Accounts that were ever read. */
  readonly accounts: (channel: string) => Promise<readonly string[]>
}

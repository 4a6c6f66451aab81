import type { Instant } from '../../core/time.ts'

/**
 * Who blocked or left us on a channel (取消关注). Platforms tell it once and may drop what is sent to them
 * without a word, so it is kept beyond a restart. `conversation`: the id from channel, account and user.
 */
export type Departures = {
  readonly leave: (conversation: string, at: Instant) => Promise<void>
  /** Older news than what is known change nothing. */
  readonly back: (conversation: string, at: Instant) => Promise<void>
  readonly isGone: (conversation: string) => Promise<boolean>
}

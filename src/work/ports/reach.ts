import type { Instant } from '../../core/time.ts'

/** Whether a resident can be written to just now, where the platform sets limits. */
export type Reach =
  | { readonly state: 'open'; readonly messages: number; readonly until: Instant }
  /** The time after the resident's last message is over, or its messages are used up. */
  | { readonly state: 'closed' }
  /** Blocked or unfollowed us. */
  | { readonly state: 'left' }

/** Null: written to without limits. */
export type ReachOf = (conversation: string) => Promise<Reach | null>

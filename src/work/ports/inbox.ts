import type { Arrival } from '../../core/events/incoming.ts'
import type { Instant } from '../../core/time.ts'

/** A message as a channel brought it. */
export type Brought = Arrival & {
  readonly user: string
  /**
   * It happened at the platform itself, as when an adviser writes in its own client: the dialog follows, and nothing
   * of it is sent out again.
   */
  readonly mute?: boolean
}

/**
 * Where messages lie that are durable and wait for their turn. What is kept twice is kept once; what is fed in
 * twice is one turn.
 */
export type Inbox = {
  /** Resolves when it is durable. Those of one moment share a commit. */
  readonly keep: (brought: Brought) => Promise<void>
  /** Its turn is committed. */
  readonly forget: (brought: Brought) => Promise<void>
  /** What came before this moment, oldest first. */
  readonly before: (at: Instant, most: number) => Promise<readonly Brought[]>
}

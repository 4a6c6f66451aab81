import type { KnownFile } from '../../core/dialog/known-file.ts'
import type { Incoming } from '../../core/events/incoming.ts'
import type { Outgoing } from '../../core/events/outgoing.ts'
import type { Instant } from '../../core/time.ts'
import type { ConversationRef, Home, Recipient, TurnStatus } from '../ports/turns.ts'

/** One thing a conversation is asked to take, waiting for its turn. */
export type TurnRequest = {
  readonly ref: ConversationRef
  /** Where `externalId` counts: a channel's name, 'clock' or 'desk'. */
  readonly channel: string
  readonly externalId: string
  readonly task: Task
  /** Who wrote, when it came from outside: needed if the conversation begins now. */
  readonly from: (Home & { readonly user: string }) | null
  /** When it was written, as its channel says. */
  readonly sentAt?: Instant
  /** Kept, and not answered: another has the floor there. */
  readonly quiet?: boolean
  /** Followed, and nothing is sent: it happened where the resident is. */
  readonly mute?: boolean
  readonly settle: (result: Settled) => void
  readonly fail: (error: unknown) => void
  /** Lost races for a place in the log. */
  races: number
  /** Which draw of fresh numbers. */
  attempt: number
  /** The dialog or its writes failed: only append the message, a round tries again. */
  failed: boolean
  /** What earlier requests hold, once the dialog has asked for it. */
  known?: KnownFile
}

export type Task =
  /** `later`: the queue is too long, take it now and answer it afterwards. */
  | { readonly do: 'hear'; readonly incoming: Incoming; readonly later: boolean }
  /** Only if nothing came after the turn `after`. */
  | { readonly do: 'silence'; readonly after: number }
  /** Come back to a pending message. */
  | { readonly do: 'answer'; readonly to: number; readonly incoming: Incoming }
  | { readonly do: 'give_up'; readonly on: number }
  /** Says something beside the dialog, which does not learn of it. */
  | { readonly do: 'tell'; readonly text: string; readonly secret: boolean }
  /** The resident goes on here from another channel, and is written to there. */
  | { readonly do: 'join'; readonly home: Recipient; readonly conversation: string }
  /** The resident went on with another conversation: what comes here leads there. */
  | { readonly do: 'leave'; readonly to: string }
  | { readonly do: 'erase' }

export type Settled = {
  /** 'skipped': it was no longer to be done, nothing was written. */
  readonly status: TurnStatus | 'duplicate' | 'skipped'
  readonly seq: number
  readonly at: Instant
  readonly out: readonly Outgoing[]
  /** Where it was taken, when the resident has gone on with another conversation. */
  readonly ref?: ConversationRef
}

import type { Outgoing } from '../../core/events/outgoing.ts'
import type { Recipient } from './turns.ts'

export type Sending = {
  readonly to: Recipient
  readonly message: Outgoing
  /** UUID of this message for ever: a channel that knows such keys accepts it once. */
  readonly key: string
}

export type Sent =
  | { readonly status: 'sent' }
  /** Nothing was accepted, or trying again with the same key is harmless. */
  | { readonly status: 'retry'; readonly after?: number }
  /** It may have arrived, and the channel cannot tell: a second try could be a second message. */
  | { readonly status: 'unknown' }
  /** Blocked, gone, refused: trying again cannot help. */
  | { readonly status: 'undeliverable' }

/** The way out to channels that are written to. Never throws; ends within 5 s (a lease is 20 s). */
export type Sender = {
  /** True for channels whose clients fetch their messages themselves (web, terminal). */
  readonly isFetched: (channel: string) => boolean
  readonly send: (sending: Sending) => Promise<Sent>
}

import type { DeliveryReason } from '../../core/contract/channel/delivery-reason.ts'
import type { DeskAct } from '../../core/events/incoming.ts'
import type { Outgoing } from '../../core/events/outgoing.ts'
import type { Recipient } from './turns.ts'

export type Sending = {
  readonly to: Recipient
  /** One message; what a turn says is joined before, where the channel `merges`. */
  readonly message: Outgoing
  /** The talk that says it: what is attached was kept with it. */
  readonly conversation?: string
  /** Whom this message gives the floor, as what an adviser did, or that a person is waited for. */
  readonly floor?: DeskAct['act'] | 'asked'
  /** UUID of this message for ever: a channel that knows such keys accepts it once. */
  readonly key: string
}

export type Sent =
  /** `id`: the platform's own id of it, where it gives one. */
  | { readonly status: 'sent'; readonly id?: string }
  /** Nothing was accepted, or trying again with the same key is harmless. `after`: ms to wait. */
  | { readonly status: 'retry'; readonly after?: number; readonly why?: DeliveryReason }
  /** It may have arrived, and the channel cannot tell: a second try could be a second message. */
  | { readonly status: 'unknown'; readonly why?: DeliveryReason }
  /** Blocked, gone, refused, window closed: trying again cannot help. */
  | { readonly status: 'undeliverable'; readonly why?: DeliveryReason }

/** The way out to channels that are written to. Never throws; ends within 5 s (a lease is 20 s). */
export type Sender = {
  /** True for channels whose clients fetch their messages themselves (web, terminal). */
  readonly isFetched: (channel: string) => boolean
  /** Messages of one turn go out as one there. */
  readonly merges?: (channel: string) => boolean
  readonly send: (sending: Sending) => Promise<Sent>
}

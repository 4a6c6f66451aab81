import type { Arrival, Incoming } from '../../core/events/incoming.ts'
import type { OutgoingOption } from '../../core/events/outgoing.ts'
import type { Instant } from '../../core/time.ts'
import type { Settlement } from './turns.ts'

/** One message of a conversation as it is shown: `seq` grows with gaps, `id` never changes. */
export type Shown = {
  readonly seq: number
  readonly id: string
  readonly from: 'bot' | 'resident' | 'adviser' | 'system'
  /** With the numbered options below. */
  readonly text: string
  readonly options?: readonly OutgoingOption[]
  readonly several?: boolean
  /** What was sent besides words; without files where the channel kept them. */
  readonly media?: { readonly kind: MediaKind; readonly files: readonly string[] }
  readonly at: Instant
  readonly by?: string
  /** For the resident's eyes only: a code. */
  readonly secret?: boolean
  /** How far it got, where it was sent to a channel. */
  readonly delivery?: ShownDelivery
}

export type ShownDelivery = {
  readonly state: 'queued' | 'read' | Settlement['state']
  readonly why: Settlement['why']
}

type MediaKind = Extract<Incoming, { readonly kind: 'media' }>['media']

export type Received = {
  readonly conversation: string
  readonly status: 'answered' | 'pending' | 'duplicate' | 'quarantined'
  /** The reply of this turn. */
  readonly messages: readonly Shown[]
}

/** A message that is durable; what it leads to may come later. */
export type Taken = {
  readonly conversation: string
  /** Rejects when it could not be answered now: it is, by a round. */
  readonly answer: Promise<Received>
}

/** What a gate needs of the turn engine. */
export type Chat = {
  /** The id that this person has or will have: the same triple, always the same conversation. */
  readonly conversationOf: (channel: string, account: string, user: string) => string
  /** Resolves when what came in is durable and answered. */
  readonly receive: (arrival: Arrival & { readonly user: string }) => Promise<Received>
  /** Up to this message all stood on the resident's screen. */
  readonly seen: (conversation: string, seq: number) => Promise<void>
  /** Oldest first; empty when there is no such conversation. */
  readonly readMessages: (conversation: string, after: number) => Promise<readonly Shown[]>
}

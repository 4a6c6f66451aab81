import type { DeliveryReason } from '../../core/contract/channel/delivery-reason.ts'
import type { Talk } from '../../core/dialog/converse.ts'
import type { StepMark } from '../../core/dialog/usage/step-marks.ts'
import type { Incoming } from '../../core/events/incoming.ts'
import type { Outgoing } from '../../core/events/outgoing.ts'
import type { Instant } from '../../core/time.ts'
import type { AuditEntry } from './audit.ts'
import type { Write } from './cases-in-turn.ts'
import type { JobOrder } from './jobs.ts'

/** The id comes from channel, account and user; its first byte is the bucket (0–255). */
export type ConversationRef = { readonly bucket: number; readonly id: string }

/** Where a conversation lives: kept with it when it begins. */
export type Home = { readonly channel: string; readonly account: string }

/** The key that seals a conversation, open and wrapped. Only storage looks inside. */
export type ConversationKey = { readonly wrapped: Uint8Array; readonly open: unknown }

export type TurnStatus = 'answered' | 'pending' | 'quarantined'

/** 0 nothing to send, or the client fetches it. The rest says how far the sending got; `Settlement` has more. */
export const DELIVERY = { none: 0, waiting: 1, sent: 2, unknown: 3, undeliverable: 4 } as const

export type Delivery = (typeof DELIVERY)[keyof typeof DELIVERY]

/** What became of one message of a turn; `place` counts from 0. */
export type Settlement = {
  readonly place: number
  /** unknown: it may have arrived; withheld: not sent, on purpose. */
  readonly state: 'sent' | 'unknown' | 'failed' | 'withheld'
  readonly why: DeliveryReason | null
  readonly at: Instant
}

/** What came in: from outside, the house coming back to an earlier message, or telling something. */
export type TurnInput =
  | Incoming
  | { readonly kind: 'answer'; readonly to: number }
  /** `secret`: for the resident's eyes only. */
  | { readonly kind: 'tell'; readonly secret: boolean }
  /** The resident took it back: what it was is gone. */
  | { readonly kind: 'taken_back' }
  /** The resident goes on here from another channel. */
  | { readonly kind: 'joined' }
  /** The resident went on with an older talk: what comes here goes there. */
  | { readonly kind: 'left' }

/** What the engine itself must remember from turn to turn; sealed with the rest. */
export type Notes = {
  /** Cases of this conversation, newest last: where to write what happens next. */
  readonly cases: readonly CaseRef[]
  readonly consent: { readonly notice: string; readonly at: Instant } | null
  /** Seqs of messages that were taken but not answered yet, oldest first. */
  readonly waiting: readonly number[]
  /** Somebody here wants to go on with a case that was told elsewhere; absent = nobody does. */
  readonly claim?: Claim | null
  /** When such wishes were taken up, the last day. */
  readonly claimed?: readonly Instant[]
  /** The older conversation with which the resident went on: messages lead there. */
  readonly movedTo?: string
  /** Conversations that lead here: erased together with this one. */
  readonly joined?: readonly string[]
  /** Under which of these the resident is written to; absent = this very one. */
  readonly writtenTo?: string
}

/** Number, phone, code: what the wish to go on with an older talk has got to. */
export type Claim = {
  readonly step: 'phone' | 'code'
  readonly number: string
  readonly phone: string | null
  /** UUID of the code that the older talk is told. */
  readonly ticket: string
  readonly until: Instant
  /** Who is to be written to from then on. */
  readonly from: Recipient
}

export type CaseRef = {
  readonly id: string
  readonly number: string
  readonly district: string
  readonly street: string | null
}

/** One turn whole: what came in, the state after, what goes out. Sealed together once. */
export type TurnContent = {
  readonly in: TurnInput
  /** Label of the option that was tapped, as the resident saw it. */
  readonly tapped?: string
  readonly out: readonly Outgoing[]
  readonly talk: Talk | null
  readonly notes: Notes
  /** What happened at the steps of the flow, for the figures of use; absent = nothing. */
  readonly marks?: readonly StepMark[]
  /** The resident asked for a person. */
  readonly asks?: boolean
  /** Which draw of fresh numbers this turn was made with; absent = the first. */
  readonly attempt?: number
}

/** The end of a conversation as it was last read. May be stale: the primary key catches it. */
export type Tail = {
  readonly ref: ConversationRef
  /** 0 = no turn yet. */
  readonly seq: number
  readonly at: Instant
  /** Null before the first turn. */
  readonly home: Home | null
  /** Null before the first turn and after an erasure. */
  readonly key: ConversationKey | null
  readonly content: TurnContent | null
}

export type NewTurn = {
  readonly ref: ConversationRef
  readonly seq: number
  readonly channel: string
  readonly externalId: string
  readonly kind: string
  readonly status: TurnStatus
  readonly at: Instant
  readonly dueAt: Instant | null
  readonly delivery: Delivery
  /** Null: an erasure, nothing is left to seal. */
  readonly content: TurnContent | null
  readonly key: ConversationKey | null
  /** Set when this turn begins (or, after an erasure, begins anew) the conversation. */
  readonly opening: (Home & { readonly user: string }) | null
  readonly writes: readonly Write[]
}

export type StoredTurn = {
  readonly ref: ConversationRef
  readonly seq: number
  readonly channel: string
  readonly externalId: string
  readonly status: TurnStatus
  readonly at: Instant
  readonly delivery: Delivery
  /** Null after an erasure. */
  readonly content: TurnContent | null
  /** Number of the newest message that stood on the resident's screen, where the client tells; 0 = not known. */
  readonly seenTo: number
  /** Of its messages that went to a channel; the others wait, or are fetched by the client. */
  readonly settled: readonly Settlement[]
}

/** Who is to be written to: the channel's own id of the user, unsealed for the one call. */
export type Recipient = Home & { readonly user: string }

export type DueTurn = {
  readonly ref: ConversationRef
  readonly seq: number
  readonly dueAt: Instant
}

/** The log: inbox, state and outbox in one append-only table. */
export type Turns = {
  readonly newKey: () => ConversationKey
  readonly tails: (refs: readonly ConversationRef[]) => Promise<readonly Tail[]>
  /**
   * One transaction for all of them, at most one turn a conversation. Gives the ids of the
   * conversations whose turn is now durable; the others lost to a turn that was there before, or
   * their message was there already. 'number_taken' = nothing was written, draw again.
   */
  readonly commit: (turns: readonly NewTurn[]) => Promise<ReadonlySet<string> | 'number_taken'>
  readonly find: (
    ref: ConversationRef,
    channel: string,
    externalId: string,
  ) => Promise<StoredTurn | null>
  /** Turns from `seq` on, oldest first. */
  readonly read: (ref: ConversationRef, seq: number) => Promise<readonly StoredTurn[]>
  /** Turns that wait to be sent, oldest first, and to whom. Null when there are none. */
  readonly undelivered: (ref: ConversationRef) => Promise<{
    readonly to: Recipient
    readonly turns: readonly StoredTurn[]
    /** Whether these are all that wait. */
    readonly all: boolean
  } | null>
  /**
   * What became of some messages of a turn, each kept once; `whole`: how the turn stands now, null while
   * more of it is to be sent. `jobs` are put in the same transaction.
   */
  readonly marked: (
    ref: ConversationRef,
    seq: number,
    settled: readonly Settlement[],
    whole: Delivery | null,
    jobs?: readonly JobOrder[],
  ) => Promise<void>
  /**
   * The platform says afterwards that it could not deliver what it had taken. Changes only what counts as sent;
   * `jobs` are put with it. False when there is no such message.
   */
  readonly fellThrough: (
    ref: ConversationRef,
    seq: number,
    place: number,
    why: DeliveryReason,
    jobs: readonly JobOrder[],
  ) => Promise<boolean>
  /** Up to this message all stood on the resident's screen; an older number changes nothing. */
  readonly seen: (ref: ConversationRef, seq: number, at: Instant) => Promise<void>
  /**
   * Masks what came in with a turn, under its old number; `entry` goes into the record with it. False
   * while the turn is pending.
   */
  readonly takeBack: (
    ref: ConversationRef,
    seq: number,
    mask: (content: TurnContent) => TurnContent,
    entry: AuditEntry,
  ) => Promise<boolean>
  /**
   * Finds turns that are due, newest of their conversation, and hands them to `feed`. The place up
   * to which was looked moves on only when `feed` gives true. Two processes never sweep the same
   * bucket at once. Gives how many were due.
   */
  readonly sweepDue: (
    now: Instant,
    feed: (due: readonly DueTurn[]) => Promise<boolean>,
  ) => Promise<number>
}

import type { DomainEvent } from '../events/event.ts'
import type { Incoming } from '../events/incoming.ts'
import type { Outgoing } from '../events/outgoing.ts'
import type { Instant } from '../time.ts'
import type { House } from './house.ts'

/** A conversation between two messages: plain JSON, sealed at rest. */
export type Talk = {
  /** Content hash of the flow bundle this conversation is pinned to. */
  readonly bundle: string
  readonly flow: string
  readonly snapshot: unknown
  /** The last three messages of the resident, for split typing. */
  readonly before: readonly string[]
  readonly lastAt: Instant
}

/** Ids and numbers that a turn may need; made outside, so that the same turn makes the same ones. */
export type Fresh = {
  readonly caseId: string
  /** 8 digits of 1–9, easy to read aloud: `4738-2915`. */
  readonly caseNumber: string
}

export type Arrived = {
  readonly incoming: Incoming
  readonly channel: string
  readonly now: Instant
  readonly fresh: Fresh
}

export type Reply = {
  readonly talk: Talk
  readonly out: readonly Outgoing[]
  readonly events: readonly DomainEvent[]
  /** When silence is to be looked at again; null = never. */
  readonly wakeAt: Instant | null
}

/** One message through the house: understand, turn the machine, say what follows. Pure; never throws on input. */
export declare function converse(house: House, talk: Talk | null, arrived: Arrived): Reply

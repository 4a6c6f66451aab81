import type { Instant } from '../time.ts'

/**
 * What earlier requests of the very person who writes here hold (已知的情况), by slot. Read outside, and only when a
 * flow comes to the step that reads it back.
 */
export type KnownFile = {
  readonly facts: Readonly<Record<string, KnownFact>>
  /** The channel is an account of this person alone: what is sensitive may stand on the screen. */
  readonly private: boolean
}

/** As it was filed; whether it still fits its slot is looked at before it is used. */
export type KnownFact = { readonly value: unknown; readonly at: Instant }

import type { Fresh } from '../../core/dialog/converse.ts'

/** Ids and chance. What is derived is derived the same again, so that a repeated turn changes nothing. */
export type Ids = {
  /** The conversation of a channel user: 128 bits of a hash, so that nobody's chat collides. */
  readonly conversationOf: (channel: string, account: string, user: string) => string
  /** 0–255, from the first byte of the conversation's id. */
  readonly bucketOf: (conversation: string) => number
  /** What a turn may need; `attempt` counts up when a case number is taken. */
  readonly fresh: (conversation: string, seq: number, attempt: number) => Fresh
  /** The same uuid for the same parts. */
  readonly derived: (...parts: readonly (string | number)[]) => string
  readonly uuid: () => string
  /** 256 random bits, base64url. */
  readonly token: () => string
  /** Evenly from 0 to below 1, for waits that must not meet. */
  readonly chance: () => number
}

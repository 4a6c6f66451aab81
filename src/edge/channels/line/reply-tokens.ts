import type { Instant } from '../../../core/time.ts'
import { openShortMemory } from './short-memory.ts'

/** LINE: to be used within one minute of the webhook; ten seconds are kept for the way. */
const FRESH = 50_000
/** So long it is remembered that a reply had no answer: beyond the last try of the same message. */
const DOUBT = 24 * 3_600_000
/** People who wrote within the last minute. */
const MOST = 10_000

export type ReplyToken = { readonly token: string; readonly until: Instant }

/**
 * Reply tokens: one for each event, good for one call, free of charge. In memory alone: another
 * process, or this one after a restart, pushes instead.
 */
export type ReplyTokens = {
  readonly put: (user: string, token: string, now: Instant) => void
  /** Takes the user's token, for one message. */
  readonly take: (user: string, now: Instant) => ReplyToken | null
  /** No answer came: this message may have arrived, and only the same token can tell. */
  readonly doubt: (key: string, token: ReplyToken, now: Instant) => void
  /** The token that this message was tried with. */
  readonly doubted: (key: string, now: Instant) => ReplyToken | null
  readonly settle: (key: string) => void
}

export function openReplyTokens(): ReplyTokens {
  const fresh = openShortMemory<ReplyToken>(MOST, FRESH)
  const used = openShortMemory<true>(MOST, FRESH)
  const doubts = openShortMemory<ReplyToken>(MOST, DOUBT)
  return {
    put: (user, token, now) => {
      // A redelivered event carries the token that was used already.
      if (!used.get(token, now)) fresh.set(user, { token, until: now + FRESH }, now)
    },
    take: (user, now) => {
      const found = fresh.get(user, now)
      if (found === undefined) return null
      fresh.forget(user)
      used.set(found.token, true, now)
      return found
    },
    doubt: (key, token, now) => doubts.set(key, token, now),
    doubted: (key, now) => doubts.get(key, now) ?? null,
    settle: (key) => doubts.forget(key),
  }
}

import { DAY, type Instant } from '../../../core/time.ts'
import { openShortMemory } from '../../short-memory.ts'

/** LINE: to be used within one minute of the webhook; ten seconds are kept for the way. */
const FRESH = 50_000
/** So long it is remembered that a reply had no answer: beyond the last try of the same message. */
const DOUBT = DAY
/** People who wrote within the last minute. */
const MOST = 10_000
/** Who sends one line after the other gets an answer to each, and each is free. */
const MOST_EACH = 8

export type ReplyToken = { readonly token: string; readonly until: Instant }

/**
 * Reply tokens: one for each event, good for one call, free of charge. In memory alone: another
 * process, or this one after a restart, pushes instead.
 */
export type ReplyTokens = {
  readonly put: (user: string, token: string, now: Instant) => void
  /** Takes the user's oldest token that is still good, for one message. */
  readonly take: (user: string, now: Instant) => ReplyToken | null
  /** No answer came: this message may have arrived, and only the same way of sending can tell. */
  readonly doubt: (key: string, by: ReplyToken | 'push', now: Instant) => void
  readonly doubted: (key: string, now: Instant) => ReplyToken | 'push' | null
  /** It was sent by reply: should it be handed on again under its key, it is not sent again. */
  readonly arrived: (key: string, now: Instant) => void
  readonly hasArrived: (key: string, now: Instant) => boolean
  /** It was not: nothing stands in the way of a push. */
  readonly settle: (key: string) => void
}

export function openReplyTokens(): ReplyTokens {
  const fresh = openShortMemory<readonly ReplyToken[]>(MOST, FRESH)
  const seen = openShortMemory<true>(MOST, 2 * FRESH)
  const gone = openShortMemory<true>(MOST, DOUBT)
  const doubts = openShortMemory<ReplyToken | 'push'>(MOST, DOUBT)
  const good = (user: string, now: Instant) =>
    (fresh.get(user, now) ?? []).filter(({ until }) => now <= until)
  return {
    put: (user, token, now) => {
      // An event that is delivered again carries the same token, used or not.
      if (seen.get(token, now)) return
      seen.set(token, true, now)
      const all = [...good(user, now), { token, until: now + FRESH }]
      fresh.set(user, all.slice(-MOST_EACH), now)
    },
    take: (user, now) => {
      const [first, ...rest] = good(user, now)
      fresh.set(user, rest, now)
      return first ?? null
    },
    doubt: (key, by, now) => doubts.set(key, by, now),
    doubted: (key, now) => doubts.get(key, now) ?? null,
    arrived: (key, now) => {
      doubts.forget(key)
      gone.set(key, true, now)
    },
    hasArrived: (key, now) => gone.get(key, now) === true,
    settle: (key) => doubts.forget(key),
  }
}

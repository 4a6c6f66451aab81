import { HOUR, MINUTE, SECOND } from '../../../core/time.ts'

/** Figures of the official account platform (公众号), each with its source. */
export const OA_LIMITS = {
  /** Customer service messages (客服消息) after each message of a resident, since June 2023. */
  afterMessage: { ms: 48 * HOUR, messages: 5 },
  /** The same after a menu click, a follow or a scan. */
  afterTouch: { ms: MINUTE, messages: 3 },
  /** Of the five, kept for an adviser: the bot and its notices leave it. */
  kept: 1,
  /** The platform drops a connection after 5 s (被动回复用户消息); the rest is for the way. */
  reply: 4 * SECOND,
  /** Until a passive answer is on the screen: what follows by another way must not overtake it. */
  settle: 150,
  /** A callback has a few hundred bytes; a text 2,048, sealed half as much again. */
  body: 64 * 1024,
  /** The platform asks again within seconds, three times in all. */
  repeated: 60 * SECOND,
} as const

import { HOUR, MINUTE, SECOND } from '../../../core/time.ts'

/** Figures of WeCom customer service (微信客服), each with its source. */
export const KF_LIMITS = {
  /** send_msg (发送消息): after each message of a resident. */
  afterMessage: { ms: 48 * HOUR, messages: 5 },
  /** Of the five, kept for an adviser. */
  kept: 1,
  /** send_msg_on_event: a code serves one message within 20 s; the rest is for the way. */
  code: 17 * SECOND,
  /** msgmenu: longest id of a line, in bytes. */
  menuId: 64,
  /** The platform rings again when a bell is not answered within 5 s. */
  bell: 4 * SECOND,
  /** sync_msg gives up to 1,000; what a crash repeats should be little, and fit the engine's queue. */
  page: 200,
  /** Asking without a token of a bell is allowed seldom: at the start, and to catch a bell that was lost. */
  look: 5 * MINUTE,
  /** An account that is read for the first time: messages from before are not ours. */
  first: 10 * MINUTE,
  /** A bell is a few hundred bytes, sealed. */
  body: 64 * 1024,
} as const

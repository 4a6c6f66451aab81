import type { Capabilities } from './capabilities.ts'

/**
 * What each channel can show and carry. The documents of the platforms are named beside each figure;
 * what they do not say is marked "assumed" and is on the safe side.
 */
export const CHANNEL_TABLE = {
  /** Our own page: buttons that stay; the longest text that the gate takes (contract/limits.ts). */
  web: {
    options: { style: 'buttons', most: 100, label: 1_000 },
    text: { most: 10_000, unit: 'utf16' },
    messagesPerCall: 16,
    merges: false,
    picture: 'both',
    sound: 'both',
    window: 'always',
    tells: { read: false, unsent: false },
  },
  /** Lines of a terminal. */
  terminal: {
    options: { style: 'none', most: 0, label: 0 },
    text: { most: 10_000, unit: 'utf16' },
    messagesPerCall: 16,
    merges: false,
    picture: 'none',
    sound: 'none',
    window: 'always',
    tells: { read: false, unsent: false },
  },
  /**
   * LINE Messaging API: quick reply of 13 items (OpenAPI file messaging-api.yml), label of 20 characters and
   * text of 5,000 UTF-16 units (reference, "Text message"), 5 messages a call (messaging-api.yml). A reply
   * token serves one call, and pushes are paid by the call: so one message a turn. No receipts of reading.
   */
  line: {
    options: { style: 'chips', most: 13, label: 20 },
    text: { most: 5_000, unit: 'utf16' },
    messagesPerCall: 5,
    merges: true,
    picture: 'both',
    sound: 'both',
    window: 'always',
    tells: { read: false, unsent: true },
  },
  /**
   * WeChat Official Account (公众号): 5 messages within 48 h after each message of the resident (customer
   * service messages, since June 2023). Text of 2,048 bytes: assumed, as of WeCom; one passive reply a message.
   */
  'wechat-oa': {
    options: { style: 'none', most: 0, label: 0 },
    text: { most: 2_048, unit: 'bytes' },
    messagesPerCall: 1,
    merges: true,
    picture: 'both',
    sound: 'receives',
    window: { hours: 48, messages: 5 },
    tells: { read: false, unsent: false },
  },
  /**
   * WeCom customer service (微信客服), send_msg: text of 2,048 bytes; msgmenu of 10 lines of 128 bytes under a
   * head of 1,024 bytes; 5 messages within 48 h.
   */
  'wecom-kf': {
    options: { style: 'menu', most: 10, label: 128, head: 1_024 },
    text: { most: 2_048, unit: 'bytes' },
    messagesPerCall: 1,
    merges: true,
    picture: 'both',
    sound: 'receives',
    window: { hours: 48, messages: 5 },
    tells: { read: false, unsent: true },
  },
  /** A WeChat account through a puppet (wechaty): plain text, no buttons. Length assumed: a screenful of ten. */
  wechaty: {
    options: { style: 'none', most: 0, label: 0 },
    text: { most: 2_000, unit: 'utf16' },
    messagesPerCall: 1,
    merges: true,
    picture: 'both',
    sound: 'receives',
    window: 'always',
    tells: { read: false, unsent: true },
  },
} as const satisfies Readonly<Record<string, Capabilities>>

export type ChannelName = keyof typeof CHANNEL_TABLE

/** Of any channel by its name; one that is not known gets the terminal's plain lines. */
export function capabilitiesOf(channel: string): Capabilities {
  return (
    (CHANNEL_TABLE as Readonly<Record<string, Capabilities>>)[channel] ?? CHANNEL_TABLE.terminal
  )
}

import type { Capabilities } from '../../core/contract/channel/capabilities.ts'
import type { DeliveryReason } from '../../core/contract/channel/delivery-reason.ts'
import type { Instant } from '../../core/time.ts'
import type { Chat, Taken } from './chat.ts'
import type { Departures } from './departures.ts'
import type { KeptFile, RefusedFile } from './files.ts'
import type { Brought } from './inbox.ts'
import type { Sending, Sent } from './sender.ts'
import type { Recipient } from './turns.ts'

/** A channel that is written to: it brings what came in and takes what goes out. */
export type Channel = {
  /** As in `Home.channel`: 'line', 'wechat-oa', 'wecom-kf', 'wechaty'. */
  readonly name: string
  readonly capabilities: Capabilities
  /** Never throws; ends within 5 s. */
  readonly send: (sending: Sending) => Promise<Sent>
  /**
   * Bytes of something that a resident sent: `media` as it stood in `Incoming.fetch`. gone: it will never be had;
   * later: not yet, or the platform is away. Called after the turn is durable, again and again if need be.
   * Never throws; ends within 15 s.
   */
  readonly fetchMedia?: (media: string) => Promise<Uint8Array | 'gone' | 'later'>
  /** What somebody calls himself there (网名), where the platform tells. Never throws; ends within 5 s. */
  readonly nameOf?: (of: Recipient) => Promise<string | null>
  readonly health: () => Health
  /** What it needs besides calls from the platform: a connection, a token. */
  readonly start?: () => Promise<void>
  readonly stop?: () => Promise<void>
}

export type Health = {
  readonly ok: boolean
  readonly since: Instant
  /** A code, for operators: never what a person said. */
  readonly why?: string
  /** Figures of the platform: messages left this month … */
  readonly gauges?: Readonly<Record<string, number>>
}

/** A channel as operators see it. */
export type ChannelState = {
  readonly name: string
  readonly on: boolean
  /** Names of settings that are not set; empty when it is on. */
  readonly missing: readonly string[]
  /** Null while it is off. */
  readonly health: Health | null
}

/** What the house gives to every channel. */
export type ChannelSink = {
  /** Resolves when it is durable: only then may the platform be told "received". */
  readonly take: (brought: Brought) => Promise<Taken>
  /** The same, and answered. */
  readonly receive: Chat['receive']
  /** The platform had taken the message with this key, and says now that it did not arrive. */
  readonly fellThrough?: (conversation: string, key: string, why: DeliveryReason) => Promise<void>
  readonly conversationOf: (channel: string, account: string, user: string) => string
  /** Cleans and keeps bytes of this conversation. */
  readonly keep: (conversation: string, bytes: Uint8Array) => Promise<KeptFile | RefusedFile>
  /** A file of this conversation, for sending it on. */
  readonly open: (
    conversation: string,
    file: string,
  ) => Promise<{ readonly type: string; readonly bytes: Uint8Array } | null>
  /** Who left this channel; without it a restart forgets them. */
  readonly departures?: Departures
  readonly now: () => Instant
  readonly wait: (ms: number) => Promise<void>
  /** Codes and ids only. */
  readonly report: (code: string, facts: Readonly<Record<string, string | number>>) => void
}

/** A webhook as it arrived: the body untouched, for signatures. */
export type Webhook = {
  readonly query: Readonly<Record<string, string | undefined>>
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

export type WebhookAnswer = {
  readonly status: number
  /** With its content type; absent: an empty body. Bytes for a picture that a platform gets here. */
  readonly body?: { readonly type: string; readonly text: string | Uint8Array }
}

/** One address that a platform calls. Mounted by the gate; never throws. */
export type WebhookRoute = {
  readonly method: 'GET' | 'POST'
  /** '/webhooks/line' … */
  readonly path: string
  /** Largest body in bytes. */
  readonly most: number
  readonly answer: (webhook: Webhook) => Promise<WebhookAnswer>
}

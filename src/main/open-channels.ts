import { createSms } from '../edge/channels/sms/create-sms.ts'
import { CHANNELS, type ChannelName, type Config, channelsOn, missingFor } from '../edge/config.ts'
import type { Log } from '../edge/log.ts'
import { departureStore } from '../edge/storage/channels/departure-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import type { Announcer } from '../work/ports/announcer.ts'
import type { Channel, ChannelSink, ChannelState, WebhookRoute } from '../work/ports/channel.ts'
import type { Files } from '../work/ports/files.ts'
import type { MediaSource } from '../work/ports/media-source.ts'
import type { Sender } from '../work/ports/sender.ts'
import type { Sms } from '../work/ports/sms.ts'
import type { Recipient } from '../work/ports/turns.ts'
import { CHANNEL_OPENERS } from './channel-openers.ts'
import { type Engine, pause } from './open-engine.ts'

/** The way out, before any channel stands behind it: the engine is built with it, the channels with the engine. */
export type Outbox = {
  readonly sender: Sender
  readonly source: MediaSource
  readonly add: (channel: Channel) => void
  readonly channels: () => readonly Channel[]
}

/** Their clients fetch what is said; sample talks have nobody at the other end. */
const FETCHED: ReadonlySet<string> = new Set(['web', 'terminal', 'sample', 'hotline'])

export function openOutbox(): Outbox {
  const channels = new Map<string, Channel>()
  return {
    sender: {
      isFetched: (name) => FETCHED.has(name),
      merges: (name) => channels.get(name)?.capabilities.merges ?? false,
      // A channel that was turned off: its residents cannot be reached, and their advisers learn of it.
      send: async (sending) =>
        channels.get(sending.to.channel)?.send(sending) ?? {
          status: 'undeliverable',
          why: 'unconfigured',
        },
    },
    source: {
      fetch: async (name, media) => channels.get(name)?.fetchMedia?.(media) ?? 'gone',
    },
    add: (channel) => void channels.set(channel.name, channel),
    channels: () => [...channels.values()],
  }
}

export type OpenedChannels = {
  readonly routes: readonly WebhookRoute[]
  /** Present when it is on: what falls back to phones. */
  readonly sms?: Sms
  readonly states: () => readonly ChannelState[]
  /** What somebody calls himself on a platform, where it tells. */
  readonly nameOf: (of: Recipient) => Promise<string | null>
  readonly stop: () => Promise<void>
}

export type ChannelsWith = {
  readonly config: Config
  readonly storage: Storage
  readonly opened: Engine
  readonly outbox: Outbox
  readonly files: Files
  readonly announce: Announcer
  readonly log: Log
  readonly say: (line: string) => void
}

/** Every channel that the settings turn on. One that does not start is told of, and keeps nobody from the house. */
export async function openChannels(having: ChannelsWith): Promise<OpenedChannels> {
  const { config, outbox, log, say } = having
  const sink = sinkOf(having)
  const routes: WebhookRoute[] = []
  for (const name of channelsOn(config)) {
    const open = CHANNEL_OPENERS[name]
    if (!open) continue
    const opened = await open({ ...having, sink })
    outbox.add(opened.channel)
    routes.push(...opened.routes)
    say(`${name.padEnd(11)}on`)
  }
  const sms = openSms(config)
  if (sms) say('sms        on')
  for (const channel of outbox.channels()) {
    void channel.start?.().catch((error: unknown) => {
      log.error('channel_start_failed', error, { channel: channel.name })
    })
  }
  return {
    routes,
    ...(sms ? { sms } : {}),
    states: () => statesOf(config, outbox, sms),
    nameOf: async (of) => {
      const channel = outbox.channels().find(({ name }) => name === of.channel)
      return channel?.nameOf?.(of) ?? null
    },
    stop: async () => {
      await Promise.allSettled(outbox.channels().map((channel) => channel.stop?.()))
    },
  }
}

function openSms({ SMS_API_URL: url, SMS_API_SECRET: secret }: Config) {
  return url && secret ? createSms({ url, secret, now: Date.now }) : null
}

function statesOf(
  config: Config,
  outbox: Outbox,
  sms: ReturnType<typeof openSms>,
): readonly ChannelState[] {
  const names = Object.keys(CHANNELS) as ChannelName[]
  const set = Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, value === undefined ? '' : String(value)]),
  )
  return names.map((name) => {
    const written = outbox.channels().find((each) => each.name === name)
    const channel = name === 'sms' ? sms : written
    const missing = missingFor(name, set)
    return { name, on: missing.length === 0, missing, health: channel?.health() ?? null }
  })
}

function sinkOf({ opened, storage, files, log }: ChannelsWith): ChannelSink {
  const { engine } = opened
  return {
    take: engine.take,
    receive: engine.receive,
    fellThrough: engine.fellThrough,
    conversationOf: engine.conversationOf,
    keep: files.keep,
    open: files.read,
    departures: departureStore(storage.turn),
    now: Date.now,
    wait: (ms) => pause(ms).done,
    report: (code, facts) => log.warn(code, facts),
  }
}

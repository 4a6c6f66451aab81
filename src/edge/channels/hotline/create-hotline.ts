import { CHANNEL_TABLE } from '../../../core/contract/channel/channel-table.ts'
import { SECOND } from '../../../core/time.ts'
import type { Channel, Health, WebhookRoute } from '../../../work/ports/channel.ts'
import { type HotlineConfig, type HotlineSink, hotlineRoutes } from './hotline-routes.ts'

export type HotlineParts = HotlineSink & {
  /** One round of telling senders what became of their orders; null where nobody is to be told. */
  readonly tellOnce: (() => Promise<number>) | null
  readonly health: () => Health
  /** Resolves after some ms, or sooner when it is cancelled. */
  readonly wait: (ms: number) => { readonly done: Promise<unknown>; readonly cancel: () => void }
}

/** How often the house looks for what is to be told. */
const LOOK = 5 * SECOND

/** The hotline as a channel: orders come in by the route, nobody is written to, senders are told. */
export function createHotline(
  config: HotlineConfig,
  parts: HotlineParts,
): { readonly channel: Channel; readonly routes: readonly WebhookRoute[] } {
  const { tellOnce } = parts
  let running: { readonly stop: () => Promise<void> } | null = null
  return {
    routes: hotlineRoutes(config, parts),
    channel: {
      name: 'hotline',
      // What an adviser needs of it: nothing can be said to the person who called.
      capabilities: CHANNEL_TABLE.terminal,
      send: async () => ({ status: 'undeliverable' }),
      health: parts.health,
      start: async () => {
        running ??= tellOnce && keepTelling(parts, tellOnce)
      },
      stop: async () => running?.stop(),
    },
  }
}

/** Again at once while there is work, after a pause when there is none or it failed. */
function keepTelling({ wait, report }: HotlineParts, tellOnce: () => Promise<number>) {
  let stopped = false
  let waiting = wait(0)
  const run = async () => {
    while (!stopped) {
      const count = await tellOnce().catch(() => {
        report('sources_not_told', {})
        return 0
      })
      if (stopped) return
      waiting = wait(count > 0 ? 0 : LOOK)
      await waiting.done
    }
  }
  const ended = run()
  return {
    stop: async () => {
      stopped = true
      waiting.cancel()
      await ended
    },
  }
}

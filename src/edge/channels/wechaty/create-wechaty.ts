import { capabilitiesOf } from '../../../core/contract/channel/channel-table.ts'
import { DAY, SECOND } from '../../../core/time.ts'
import type { Channel, ChannelSink, WebhookRoute } from '../../../work/ports/channel.ts'
import { openShortMemory } from '../../short-memory.ts'
import { openCatchUp } from './catch-up.ts'
import { type Connection, openConnection, within } from './connection.ts'
import { openIntake } from './intake.ts'
import { loadPuppet } from './load-puppet.ts'
import type { WechatyParts } from './parts.ts'
import { send } from './send.ts'
import { type Supervisor, supervise } from './supervise.ts'

export type WechatyConfig = {
  /** WECHATY_PUPPET_SERVICE_TOKEN, with its prefix: `insecure_…`, or the name in the gateway's certificate. */
  readonly token: string
  /** WECHATY_PUPPET_SERVICE_ENDPOINT, host:port. */
  readonly endpoint: string
  /** `group.alone` of locales/zh-CN/channels.yaml. */
  readonly alone: string
  /** In ms; for tests. */
  readonly backoff?: number
  readonly probeEvery?: number
}

const ASK = 4 * SECOND
/** A send or fetch of one file. */
const FETCH = 14 * SECOND
const MOST = 10_000

/** WeChat through a gateway that speaks the wechaty puppet protocol (gRPC over TLS). Nothing calls us. */
export function createWechaty(
  config: WechatyConfig,
  sink: ChannelSink,
): { readonly channel: Channel; readonly routes: readonly WebhookRoute[] } {
  let supervisor: Supervisor | null = null
  let idle = 'not_started'
  const parts: WechatyParts = {
    sink,
    alone: config.alone,
    current: () => supervisor?.current() ?? null,
    catchUp: openCatchUp(),
    done: openShortMemory(MOST, DAY),
    told: openShortMemory(MOST, DAY),
    count: { ignored: 0, waiting: 0, dropped: 0 },
  }
  const intake = openIntake(parts)
  const began = sink.now()
  const connect = async (onAccount: (account: string | null) => void): Promise<Connection> => {
    const packages = await loadPuppet()
    const { token, endpoint, probeEvery } = config
    let opened: Connection | null = null
    const early: string[] = []
    const onMessage = (id: string) => {
      if (opened) intake.put(opened, id)
      else early.push(id)
    }
    const probe = probeEvery === undefined ? {} : { probeEvery }
    opened = await openConnection({ packages, token, endpoint, onMessage, onAccount, ...probe })
    for (const id of early) intake.put(opened, id)
    return opened
  }
  return {
    channel: {
      name: 'wechaty',
      capabilities: capabilitiesOf('wechaty'),
      send: (sending) => send(parts, sending),
      fetchMedia: (media) => fetchFile(parts, media),
      nameOf: async ({ user }) => {
        const connection = parts.current()
        return connection ? within(ASK, connection.nameOf(user)).catch(() => null) : null
      },
      health: () => ({
        ...(supervisor?.health() ?? { ok: false, since: began, why: idle }),
        gauges: { ...parts.count },
      }),
      start: async () => {
        // Missing packages are told at once, and not tried again and again.
        await loadPuppet().catch((error: unknown) => {
          idle = 'not_installed'
          throw error
        })
        const { backoff } = config
        const rest = backoff === undefined ? {} : { backoff }
        supervisor = supervise({ open: connect, now: sink.now, report: sink.report, ...rest })
      },
      stop: async () => {
        await supervisor?.stop()
        intake.stop()
        await intake.idle()
      },
    },
    routes: [],
  }
}

/** The gateway may have forgotten it tomorrow, but nobody can tell today. */
async function fetchFile(parts: WechatyParts, media: string): Promise<Uint8Array | 'later'> {
  const connection = parts.current()
  if (!connection) return 'later'
  return within(FETCH, connection.fetchFile(media)).catch(() => 'later' as const)
}

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify from 'fastify'
import { converse } from '../../src/core/dialog/converse.ts'
import type { App, Gate } from '../../src/edge/http/parts.ts'
import { webhooks } from '../../src/edge/http/webhooks/routes.ts'
import { loadHouse } from '../../src/edge/sources/house.ts'
import { cursorStore } from '../../src/edge/storage/channels/cursor-store.ts'
import { departureStore } from '../../src/edge/storage/channels/departure-store.ts'
import { replyWindowStore } from '../../src/edge/storage/channels/reply-window-store.ts'
import { fileStore } from '../../src/edge/storage/files/file-store.ts'
import type { Pool } from '../../src/edge/storage/pool.ts'
import type { Channel, ChannelSink, WebhookRoute } from '../../src/work/ports/channel.ts'
import type { Cursors } from '../../src/work/ports/cursors.ts'
import type { ReplyWindows } from '../../src/work/ports/reply-windows.ts'
import { runJobs } from '../../src/work/rounds/jobs.ts'
import { createTurns } from '../../src/work/turn/create-turns.ts'
import type { TurnParts } from '../../src/work/turn/parts.ts'
import { DISTRICT, RING } from './a-case.ts'
import { openDatabase } from './database.ts'
import { turnParts } from './turns.ts'

export type Connected = {
  readonly channel: Channel
  readonly routes: readonly WebhookRoute[]
}

export type WechatGround = {
  readonly sink: ChannelSink
  readonly windows: ReplyWindows
  readonly cursors: Cursors
}

/** The real flows, engine and store behind one channel, whose routes are mounted by the real gate. */
export async function openWechatHouse(
  connect: (ground: WechatGround) => Connected,
  changes: Partial<TurnParts> = {},
) {
  const database = await openDatabase()
  const turn = database.pool('hearth_turn')
  const desk = database.pool('hearth_desk')
  const folder = mkdtempSync(join(tmpdir(), 'hearth-files-'))
  const house = await loadHouse(DISTRICT)
  const clock = { now: Date.now() }
  const now = () => clock.now
  const files = fileStore({ turn, desk, ring: RING, folder, clock: { now } })
  const reports: string[] = []
  let connected: Connected | null = null
  const parts = {
    ...turnParts(turn, { converse, house: () => house, now, ...changes }),
    sender: {
      isFetched: () => false,
      merges: () => true,
      send: (sending: Parameters<Channel['send']>[0]) => {
        if (!connected) throw new Error('not connected yet')
        return connected.channel.send(sending)
      },
    },
    limits: { backoff: 20, backoffMost: 100, jobsEvery: 20 },
  }
  const engine = createTurns(parts)
  const sink: ChannelSink = {
    take: engine.take,
    receive: engine.receive,
    conversationOf: engine.conversationOf,
    keep: files.keep,
    open: files.read,
    fellThrough: engine.fellThrough,
    departures: departureStore(turn),
    now,
    wait: (ms) => sleep(ms),
    report: (code) => void reports.push(code),
  }
  const windows = replyWindowStore(turn)
  connected = connect({ sink, windows, cursors: cursorStore(turn) })
  const app = fastify()
  await webhooks(app as unknown as App, { webhooks: connected.routes } as unknown as Gate)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const { channel } = connected
  const source = {
    fetch: async (_: string, media: string) => channel.fetchMedia?.(media) ?? ('gone' as const),
  }
  return {
    ...connected,
    engine,
    windows,
    sink,
    files,
    reports,
    database: turn as Pool,
    url: `http://127.0.0.1:${port}`,
    pass: (ms: number) => {
      clock.now += ms
    },
    now,
    rounds: () => runJobs({ ...parts, media: { source, files } }, engine),
    newUser: () => `o${randomUUID().replaceAll('-', '').slice(0, 27)}`,
    /** Rows of cases, oldest first. */
    cases: async () => {
      const { rows } = await turn.query(
        'select number, channel, street_id from help_case order by opened_at',
      )
      return rows as readonly { number: string; channel: string; street_id: string | null }[]
    },
    close: async () => {
      await connected?.channel.stop?.()
      await app.close()
      await engine.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type WechatHouse = Awaited<ReturnType<typeof openWechatHouse>>

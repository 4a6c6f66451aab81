import { converse } from '../../src/core/dialog/converse.ts'
import { createLine } from '../../src/edge/channels/line/create-line.ts'
import { loadHouse } from '../../src/edge/sources/house.ts'
import { loadTexts } from '../../src/edge/sources/texts.ts'
import type { Pool } from '../../src/edge/storage/pool.ts'
import { wait } from '../../src/edge/wait.ts'
import type { ChannelSink } from '../../src/work/ports/channel.ts'
import { startRounds } from '../../src/work/rounds/start-rounds.ts'
import { createTurns } from '../../src/work/turn/create-turns.ts'
import { createApp } from './app.ts'
import { type FakeLine, SECRET, TOKEN } from './fake-line/open-fake-line.ts'
import { turnParts } from './turns.ts'

const LOCALES = `${import.meta.dirname}/../../locales/zh-CN`

/** Failed sends are tried again within moments. */
const QUICK = { backoff: 20, backoffMost: 100, jobsEvery: 20 }

export const LINE_TEXTS = await lineTexts()

async function lineTexts() {
  const { say } = await loadTexts(LOCALES, 'channels')
  return { alone: say('group.alone'), fileLink: say('file.link'), fileAsk: say('file.ask') }
}

export type LineHouse = {
  /** Where the platform finds the house. */
  readonly url: string
  readonly line: ReturnType<typeof createLine>
  readonly engine: ReturnType<typeof createTurns>
  /** What operators would read. */
  readonly reports: { readonly code: string; readonly [fact: string]: string | number }[]
  readonly stop: () => Promise<void>
}

export type LineHouseOptions = {
  /** The shipped flows instead of the small dialog. */
  readonly flows?: boolean
  readonly sink?: (sink: ChannelSink) => ChannelSink
  readonly config?: Partial<Parameters<typeof createLine>[0]>
}

/** A house whose only channel is LINE: real gate, real engine, real database, real adapter. */
export async function openLineHouse(
  pool: Pool,
  fake: FakeLine,
  { flows = false, sink: change = (sink) => sink, config = {} }: LineHouseOptions = {},
): Promise<LineHouse> {
  const reports: LineHouse['reports'] = []
  const house = flows ? await loadHouse('310105') : null
  const out: { send: ReturnType<typeof createLine>['channel']['send'] } = {
    send: () => Promise.resolve({ status: 'retry' }),
  }
  const parts = turnParts(pool, {
    limits: QUICK,
    sender: {
      isFetched: (channel) => channel !== 'line',
      merges: () => true,
      send: (sending) => out.send(sending),
    },
    ...(house ? { converse, house: () => house } : {}),
  })
  const engine = createTurns(parts)
  const sink: ChannelSink = {
    take: engine.take,
    receive: engine.receive,
    conversationOf: engine.conversationOf,
    keep: () => Promise.resolve({ status: 'refused', why: 'kind' }),
    open: () => Promise.resolve(null),
    now: Date.now,
    wait: (ms) => wait(ms).done,
    report: (code, facts) => void reports.push({ ...facts, code }),
  }
  const urls = { apiUrl: fake.url, dataUrl: fake.url }
  const line = createLine(
    { secret: SECRET, token: TOKEN, ...urls, texts: LINE_TEXTS, ...config },
    change(sink),
  )
  out.send = line.channel.send
  const rounds = startRounds({ ...parts, wait }, engine)
  const { app } = await createApp({ webhooks: line.routes })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    line,
    engine,
    reports,
    stop: async () => {
      await app.close()
      await rounds.stop()
      await engine.stop()
    },
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify, { type FastifyInstance } from 'fastify'
import { createLine } from '../edge/channels/line/create-line.ts'
import { run, type WebhookBench } from '../edge/cli/commands/bench-webhooks.ts'
import type { App, Gate } from '../edge/http/parts.ts'
import { webhooks } from '../edge/http/webhooks/routes.ts'
import { startEmbedded } from '../edge/storage/embedded/embedded.ts'
import { openStorage } from '../edge/storage/open-storage.ts'
import { lookAtLog, openBareInsert } from '../edge/storage/webhook-bench.ts'
import type { ChannelSink } from '../work/ports/channel.ts'
import { startRounds } from '../work/rounds/start-rounds.ts'
import { warmUp } from '../work/turn/warm-up.ts'
import { SAID } from './bench.ts'
import { HOME_DISTRICT } from './home.ts'
import { openOutbox } from './open-channels.ts'
import { openEngine, pause } from './open-engine.ts'

const SECRET = 'a secret of the bench'
const TEXTS = { alone: '', fileLink: '', fileAsk: '' }

/** `hearth bench webhooks` with the real dialog and the real LINE channel, on a store that is thrown away. */
export const runBenchWebhooks = (args: readonly string[]): Promise<number> =>
  run(args, { stdout: process.stdout, open })

async function open(): Promise<WebhookBench> {
  const data = mkdtempSync(join(tmpdir(), 'hearth-bench-'))
  const storage = await openStorage({ HEARTH_DATA: data })
  const server = await startEmbedded(data)
  const platform = await openPlatform()
  const outbox = openOutbox()
  const { engine, parts, house } = await openEngine(storage, {
    district: HOME_DISTRICT,
    sender: outbox.sender,
  })
  warmUp(house(), Date.now())
  const urls = { apiUrl: platform.url, dataUrl: platform.url }
  const line = createLine({ secret: SECRET, token: 't', ...urls, texts: TEXTS }, sinkOf(engine))
  outbox.add(line.channel)
  const rounds = startRounds({ ...parts, wait: pause }, engine)
  const gate = fastify()
  await webhooks(gate as unknown as App, { webhooks: line.routes } as unknown as Gate)
  const bare = await openBareInsert(server.url)
  const plain = bareGate(bare.insert)
  return {
    ours: `${await listen(gate)}/webhooks/line`,
    bare: `${await listen(plain)}/webhooks/bare`,
    secret: SECRET,
    texts: SAID,
    drained: async () => {
      for (;;) {
        const { waiting, ...log } = await lookAtLog(storage.turn)
        if (waiting === 0) return log
        await sleep(100)
      }
    },
    close: async () => {
      await Promise.all([gate.close(), plain.close()])
      await rounds.stop()
      await engine.stop()
      await bare.close()
      platform.close()
      await storage.close()
      await server.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function sinkOf(engine: Awaited<ReturnType<typeof openEngine>>['engine']): ChannelSink {
  return {
    take: engine.take,
    receive: engine.receive,
    conversationOf: engine.conversationOf,
    keep: async () => ({ status: 'refused', why: 'kind' }),
    open: async () => null,
    now: Date.now,
    wait: (ms) => pause(ms).done,
    report: () => {},
  }
}

function bareGate(insert: (body: Uint8Array) => Promise<void>): FastifyInstance {
  const app = fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  app.post('/webhooks/bare', async ({ body }, reply) => {
    await insert(body as Buffer)
    return reply.code(200).send()
  })
  return app
}

const listen = (app: FastifyInstance) => app.listen({ port: 0, host: '127.0.0.1' })

/** Takes every message at once. */
async function openPlatform() {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json').end('{"sentMessages":[{"id":"1"}]}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

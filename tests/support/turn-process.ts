import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { failpointOf } from '../../src/edge/failpoint.ts'
import { openPool } from '../../src/edge/storage/pool.ts'
import { wait } from '../../src/edge/wait.ts'
import { startRounds } from '../../src/work/rounds/start-rounds.ts'
import { createTurns } from '../../src/work/turn/create-turns.ts'
import { pushSender } from './push-sender.ts'
import { aMessage, turnParts } from './turns.ts'

/**
 * A process of the house for the drills: takes messages over HTTP, answers 200 once they are durable
 * and 503 when it cannot tell, sends to the fake platform, and may be killed at any line.
 */
const { DATABASE_URL = '', PLATFORM_URL = '', HEARTH_FAILPOINT, PLANTED } = process.env

const pool = openPool({ url: DATABASE_URL, role: 'hearth_turn', max: 6, queryTimeout: 2_000 })
const parts = turnParts(pool, {
  sender: pushSender(PLATFORM_URL),
  failpoint: failpointOf(HEARTH_FAILPOINT),
  chance: Math.random,
  // Every message lies in the inbox first, as in a rush; what a dead process leaves is fed in soon.
  limits: {
    ...{ lease: 1_500, backoff: 50, backoffMost: 400, jobsEvery: 100 },
    ...{ keepFirst: process.pid % 2 ? 0 : 1, leftBehind: 1_000, sweepEvery: 500 },
  },
})
const engine = createTurns(parts)
const rounds = startRounds({ ...parts, wait }, engine)

const server = createServer(async (request, response) => {
  const { user, id, text } = (await json(request)) as { user: string; id: string; text: string }
  const taken = engine.take({ ...aMessage(user, id, text), channel: 'line' })
  // The planted bug: "taken" is said before it is true.
  if (PLANTED === 'acknowledge-first') response.writeHead(200).end()
  const status = await taken.then(
    () => 200,
    () => 503,
  )
  if (!response.headersSent) response.writeHead(status).end()
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})

process.once('SIGTERM', async () => {
  server.close()
  server.closeIdleConnections()
  await rounds.stop()
  await engine.stop()
  await pool.end()
  process.exit(0)
})

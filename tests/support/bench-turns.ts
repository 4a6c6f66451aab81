import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, type TurnBench } from '../../src/edge/cli/commands/bench-turns.ts'
import { startEmbedded } from '../../src/edge/storage/embedded/embedded.ts'
import { migrate } from '../../src/edge/storage/migrate.ts'
import { openPool } from '../../src/edge/storage/pool.ts'
import { updateOpened } from '../../src/edge/storage/turn-bench.ts'
import { refOf } from '../../src/work/turn/create-turns.ts'
import { echo } from './echo-house.ts'
import { aMessage, openEngine } from './turns.ts'

/** The bench with the small dialog, so that the engine alone is measured: `node tests/support/bench-turns.ts`. */
async function open(): Promise<TurnBench> {
  const data = mkdtempSync(join(tmpdir(), 'hearth-bench-'))
  const server = await startEmbedded(data)
  await migrate(server.url)
  const pool = openPool({ url: server.url, role: 'hearth_turn', max: 6 })
  const wide = openPool({ url: server.url, role: 'hearth_turn', max: 32 })
  let thought = 0
  const engine = openEngine(pool, {
    converse: (...asked) => {
      const begin = performance.now()
      const reply = echo(...asked)
      thought += performance.now() - begin
      return reply
    },
  })
  const user = (n: number) => `resident-${n}`
  const ids = (n: number) => refOf(engine.conversationOf('web', 'main', user(n)))
  return {
    dialog: 'echo',
    receive: (n, externalId) => engine.receive(aMessage(user(n), externalId, WORDS)),
    update: (n) => updateOpened(wide, ids(n).bucket, ids(n).id),
    thought: () => thought,
    close: async () => {
      await engine.stop()
      await Promise.all([pool.end(), wide.end()])
      await server.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** A story of the usual length. */
const WORDS =
  '老伴上个月中风了，我一个人照顾不过来，孩子在外地，夜里总要起来好几次，实在是没有办法。'

process.exitCode = await run(process.argv.slice(2), { stdout: process.stdout, open })

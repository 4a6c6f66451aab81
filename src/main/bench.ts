import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, type TurnBench } from '../edge/cli/commands/bench-turns.ts'
import { startEmbedded } from '../edge/storage/embedded/embedded.ts'
import { openStorage } from '../edge/storage/open-storage.ts'
import { openPool } from '../edge/storage/pool.ts'
import { updateOpened } from '../edge/storage/turn-bench.ts'
import { refOf } from '../work/turn/create-turns.ts'
import { HOME_DISTRICT } from './home.ts'
import { openEngine } from './open-engine.ts'

/** `hearth bench turns` with the real dialog, on a store of its own that is thrown away. */
export const runBenchTurns = (args: readonly string[]): Promise<number> =>
  run(args, { stdout: process.stdout, open })

async function open(): Promise<TurnBench> {
  const data = mkdtempSync(join(tmpdir(), 'hearth-bench-'))
  const storage = await openStorage({ HEARTH_DATA: data })
  const server = await startEmbedded(data)
  const wide = openPool({ url: server.url, role: 'hearth_turn', max: 32 })
  let thought = 0
  const { engine } = await openEngine(storage, {
    district: HOME_DISTRICT,
    thought: (ms) => {
      thought += ms
    },
  })
  const user = (n: number) => `resident-${n}`
  const turns = new Map<number, number>()
  return {
    dialog: 'help-request',
    thought: () => thought,
    receive: (n, externalId) => {
      const at = turns.get(n) ?? 0
      turns.set(n, at + 1)
      const text = SAID[at % SAID.length] ?? ''
      const incoming = { kind: 'text', text } as const
      return engine.receive({
        channel: 'web',
        account: 'main',
        user: user(n),
        externalId,
        at: Date.now(),
        incoming,
      })
    },
    update: (n) => {
      const { bucket, id } = refOf(engine.conversationOf('web', 'main', user(n)))
      return updateOpened(wide, bucket, id)
    },
    close: async () => {
      await engine.stop()
      await wide.end()
      await storage.close()
      await server.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** A whole request as people write it, over and over: sent off, looked at, begun anew. */
export const SAID = [
  '你好',
  '同意',
  '我自己',
  '王秀英',
  '13800138000',
  '对',
  '华院居委',
  '对',
  '老伴住院，钱不够，家里没人照顾',
  '对',
  '都没有',
  '两个人',
  '1',
  '三千六',
  '对',
  '2',
  '为什么',
  '3',
  '1',
  '返回',
  '1',
  '2',
  '跳过',
  '好',
  '进度',
  '谢谢',
] as const

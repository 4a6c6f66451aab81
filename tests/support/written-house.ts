import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Incoming } from '../../src/core/events/incoming.ts'
import { undeliveredDesk } from '../../src/edge/storage/cases/tell-undelivered.ts'
import { fileStore } from '../../src/edge/storage/files/file-store.ts'
import type { Sending, Sent } from '../../src/work/ports/sender.ts'
import type { Sms } from '../../src/work/ports/sms.ts'
import { type JobParts, runJobs } from '../../src/work/rounds/jobs.ts'
import { createTurns } from '../../src/work/turn/create-turns.ts'
import { RING } from './a-case.ts'
import { openDatabase } from './database.ts'
import { aMessage, TEXTS, turnParts } from './turns.ts'

const SPOKEN = {
  ...TEXTS,
  takenBack: '[已撤回]',
  mediaLost: '没能收到，请再发一次。',
  mediaRefused: '打不开，请换一张。',
}

/** A house that writes to its residents by a channel which answers as it is told: real storage, the small dialog. */
export async function openWrittenHouse(changes: Partial<JobParts> = {}) {
  const database = await openDatabase()
  const pool = database.pool('hearth_turn')
  const folder = mkdtempSync(join(tmpdir(), 'hearth-files-'))
  const clock = { now: Date.now() }
  const desk = database.pool('hearth_desk')
  const stores = { turn: pool, desk, ring: RING, folder }
  const files = fileStore({ ...stores, clock: { now: () => clock.now } })
  const sent: Sending[] = []
  const answers: Sent[] = []
  const media = new Map<string, Uint8Array | 'gone' | 'later'>()
  const texted: Parameters<Sms['send']>[0][] = []
  const sender = {
    isFetched: () => false,
    merges: () => true,
    send: async (sending: Sending): Promise<Sent> => {
      const answer = answers.shift() ?? { status: 'sent' }
      if (answer.status === 'sent') sent.push(sending)
      return answer
    },
  }
  const parts: JobParts = {
    ...turnParts(pool, { sender, files, texts: SPOKEN, now: () => clock.now }),
    media: { files, source: { fetch: async (_, id) => media.get(id) ?? 'gone' } },
    undelivered: undeliveredDesk(pool, RING),
    sms: {
      send: async (sms) => {
        texted.push(sms)
        return { status: 'sent' }
      },
    },
    smsText: (number) => `请查看，编号 ${number}`,
    ...changes,
  }
  const engine = createTurns(parts)
  const user = randomUUID()
  const conversation = engine.conversationOf('line', 'main', user)
  return {
    ...{ pool, desk, parts, engine, files, clock, sent, answers, media, texted, conversation },
    says: (id: string, said: string | Incoming) =>
      engine.receive({ ...aMessage(user, id, said), channel: 'line', at: clock.now }),
    /** Everything that is due, until nothing is; also what the engine is sending by itself. */
    rounds: async () => {
      // A first try belongs to the engine for a moment.
      const due = `select 1 from job where due_at <= $1
        or (kind = 'deliver' and tries = 0 and due_at <= $1 + interval '3 s')`
      const isDue = async () => (await pool.query(due, [new Date(clock.now)])).rowCount
      do await runJobs(parts, engine)
      while (await isDue())
    },
    pass: (milliseconds: number) => {
      clock.now += milliseconds
    },
    shown: () => engine.readMessages(conversation, 0),
    close: async () => {
      await engine.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type WrittenHouse = Awaited<ReturnType<typeof openWrittenHouse>>

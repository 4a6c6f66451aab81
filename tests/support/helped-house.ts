import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { converse } from '../../src/core/dialog/converse.ts'
import type { Incoming } from '../../src/core/events/incoming.ts'
import { loadHouse } from '../../src/edge/sources/house.ts'
import { caseStore } from '../../src/edge/storage/case-store.ts'
import { findingsStore } from '../../src/edge/storage/cases/tell-findings.ts'
import { fileStore } from '../../src/edge/storage/files/file-store.ts'
import type { Helpers } from '../../src/work/rounds/helpers.ts'
import { runJobs } from '../../src/work/rounds/jobs.ts'
import { createTurns } from '../../src/work/turn/create-turns.ts'
import { anAdviser, DISTRICT, HUAYANG, RING } from './a-case.ts'
import { openDatabase } from './database.ts'
import { MORNING } from './real-desk.ts'
import { turnParts } from './turns.ts'

/** The real engine, flows and store with the optional helpers of a test. */
export async function openHelpedHouse(helpers: Pick<Helpers, 'suggester' | 'reader'>) {
  const database = await openDatabase()
  const turn = database.pool('hearth_turn')
  const desk = database.pool('hearth_desk')
  const folder = mkdtempSync(join(tmpdir(), 'hearth-files-'))
  const house = await loadHouse(DISTRICT)
  let time = MORNING
  const now = () => time
  const clock = { now }
  const files = fileStore({ turn, desk, ring: RING, folder, clock })
  const has = { suggests: !!helpers.suggester, reads: !!helpers.reader }
  const parts = {
    ...turnParts(turn, { converse, house: () => house, now, helpers: has }),
    helping: { findings: findingsStore(turn, RING), files, ...helpers },
  }
  const engine = createTurns(parts)
  const cases = caseStore({ pool: desk, ring: RING, clock })
  const staff = anAdviser({ streets: [HUAYANG, ''] })
  const who = { channel: 'web', account: 'main' }
  return {
    files,
    pass: (ms: number) => {
      time += ms
    },
    rounds: () => runJobs(parts, engine),
    resident: () => {
      const user = randomUUID()
      const conversation = engine.conversationOf(who.channel, who.account, user)
      return {
        conversation,
        says: async (said: string | Incoming) => {
          const incoming = typeof said === 'string' ? { kind: 'text' as const, text: said } : said
          await engine.receive({ ...who, user, externalId: randomUUID(), at: time, incoming })
        },
        heard: () => engine.readMessages(conversation, 0),
      }
    },
    alerts: () => cases.listAlerts(staff),
    newest: async () => {
      const { rows } = await cases.listCases(staff, { list: 'waiting' })
      const number = rows.toSorted((a, b) => b.version - a.version)[0]?.number ?? ''
      return cases.readCase(staff, number)
    },
    close: async () => {
      await engine.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

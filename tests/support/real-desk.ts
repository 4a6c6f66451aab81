import { randomUUID } from 'node:crypto'
import { converse } from '../../src/core/dialog/converse.ts'
import type { House } from '../../src/core/dialog/house.ts'
import type { Incoming } from '../../src/core/events/incoming.ts'
import type { Staff } from '../../src/core/people/role.ts'
import type { Instant } from '../../src/core/time.ts'
import { loadHouse } from '../../src/edge/sources/house.ts'
import { caseStore } from '../../src/edge/storage/case-store.ts'
import { erasing } from '../../src/edge/storage/cases/erase-case.ts'
import { knownFiles } from '../../src/edge/storage/cases/known-facts.ts'
import { lateTransfers } from '../../src/edge/storage/cases/tell-late.ts'
import { quietDesk } from '../../src/edge/storage/cases/tell-quiet.ts'
import { doorStore } from '../../src/edge/storage/door-store.ts'
import { jobStore } from '../../src/edge/storage/job-store.ts'
import type { Pool } from '../../src/edge/storage/pool.ts'
import { staffStore } from '../../src/edge/storage/staff-store.ts'
import { createDesk } from '../../src/work/desk/create-desk.ts'
import type { News } from '../../src/work/ports/announcer.ts'
import type { Desk } from '../../src/work/ports/desk.ts'
import type { Door } from '../../src/work/ports/door.ts'
import { runJobs } from '../../src/work/rounds/jobs.ts'
import { createTurns, type TurnEngine } from '../../src/work/turn/create-turns.ts'
import { DISTRICT, RING } from './a-case.ts'
import { openDatabase } from './database.ts'
import { turnParts } from './turns.ts'

/** 2026-11-20, a Friday: 10:00 in Shanghai. */
export const MORNING = Date.parse('2026-11-20T10:00:00+08:00')

export type RealDesk = {
  readonly desk: Desk
  readonly door: Door
  readonly engine: TurnEngine
  readonly house: House
  readonly turn: Pool
  /** Of the role hearth_desk. */
  readonly deskPool: Pool
  /** Login of the owner of the database. */
  readonly url: string
  readonly news: News[]
  readonly now: () => Instant
  /** Moves the clock of the house. */
  readonly pass: (milliseconds: number) => void
  /** Does what is due. */
  readonly rounds: () => Promise<number>
  readonly hire: (streets: readonly string[], changes?: Partial<Staff>) => Promise<Staff>
  readonly resident: () => Resident
  readonly close: () => Promise<void>
}

export type Resident = {
  readonly conversation: string
  readonly says: (text: string | Incoming) => Promise<readonly string[]>
  /** Everything that was said to this person. */
  readonly reads: () => Promise<readonly string[]>
}

/** The desk over a real store, the real engine and the shipped flows; only the clock is ours. */
export async function openRealDesk(): Promise<RealDesk> {
  const database = await openDatabase()
  const turn = database.pool('hearth_turn')
  const pool = database.pool('hearth_desk')
  const house = await loadHouse(DISTRICT)
  let time = MORNING
  const now = () => time
  const news: News[] = []
  const announce = (each: News) => void news.push(each)
  const parts = {
    ...turnParts(turn, { converse, house: () => house, now, announce }),
    knownFiles: knownFiles(turn, RING),
    quiet: quietDesk(turn, RING),
    transfers: lateTransfers(turn, RING),
  }
  const engine = createTurns(parts)
  const clock = { now }
  const cases = caseStore({ pool, ring: RING, clock })
  const ids = { uuid: randomUUID, token: randomUUID, chance: () => 0.5 }
  const flow = house.bundles[house.current]?.flows.help_request
  const questions = (flow?.steps ?? []).flatMap((step) =>
    'adaptive' in step
      ? step.questions.map(({ indicator: code, ask: question, into: slot }) => {
          return { code, question, slot }
        })
      : [],
  )
  return {
    desk: createDesk({
      erase: erasing(turn, now),
      ...{ cases, turns: engine, house: () => house, questions, jobs: jobStore(turn), now },
      announce,
    }),
    door: doorStore({ pool, clock, ids }),
    ...{ engine, house, turn, deskPool: pool, news, now, url: database.url },
    pass: (milliseconds) => {
      time += milliseconds
    },
    rounds: () => runJobs(parts, engine),
    hire: (streets, changes = {}) => {
      const login = randomUUID()
      const person = { login, name: '沈一鸣', role: 'adviser', district: DISTRICT } as const
      const book = staffStore({ pool, clock, ids })
      return book.createStaff({ ...person, streets, password: null, ...changes })
    },
    resident: () => aResident(engine, now),
    close: async () => {
      await engine.stop()
      await database.close()
    },
  }
}

function aResident(engine: TurnEngine, now: () => Instant): Resident {
  const who = { channel: 'web', account: 'main', user: randomUUID() }
  const conversation = engine.conversationOf(who.channel, who.account, who.user)
  return {
    conversation,
    says: async (said) => {
      const incoming: Incoming = typeof said === 'string' ? { kind: 'text', text: said } : said
      const externalId = randomUUID()
      const received = await engine.receive({ ...who, externalId, at: now(), incoming })
      return received.messages.map(({ text }) => text)
    },
    reads: async () => {
      const all = await engine.readMessages(conversation, 0)
      return all.filter(({ from }) => from !== 'resident').map(({ text }) => text)
    },
  }
}

/** A request as people write it, until a case stands in the queue of 华阳路街道. */
export const ASKING = [
  '你好',
  '同意',
  '我自己',
  '王秀英',
  '13800134821',
  '对',
  '华院居委',
  '对',
  '老伴住院，钱不够，家里没人照顾',
  '对',
  '都没有',
] as const

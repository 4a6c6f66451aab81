import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { converse } from '../../src/core/dialog/converse.ts'
import type { Role, Staff } from '../../src/core/people/role.ts'
import { carrying } from '../../src/edge/sources/carry-flows.ts'
import { documentFiles } from '../../src/edge/sources/check-documents.ts'
import { publishedFolders } from '../../src/edge/sources/document-texts.ts'
import { FOLDERS, loadHouse } from '../../src/edge/sources/house.ts'
import { loadTexts } from '../../src/edge/sources/texts.ts'
import { caseStore } from '../../src/edge/storage/case-store.ts'
import { documentStore } from '../../src/edge/storage/documents/document-store.ts'
import { standingTalks } from '../../src/edge/storage/documents/standing-talks.ts'
import { doorStore } from '../../src/edge/storage/door-store.ts'
import { openStorage } from '../../src/edge/storage/open-storage.ts'
import { rowsOf } from '../../src/edge/storage/pool.ts'
import { staffStore } from '../../src/edge/storage/staff-store.ts'
import { usageLog } from '../../src/edge/storage/usage/usage-log.ts'
import { usageStore } from '../../src/edge/storage/usage/usage-store.ts'
import { createStudio } from '../../src/work/office/studio/create-studio.ts'
import { keepHouse, publisherOf } from '../../src/work/office/studio/keep-house.ts'
import { publishDue } from '../../src/work/office/studio/publish-release.ts'
import type { Published } from '../../src/work/ports/documents.ts'
import { countUsage } from '../../src/work/rounds/count-usage.ts'
import { createTurns, type TurnEngine } from '../../src/work/turn/create-turns.ts'
import { DISTRICT, RING } from './a-case.ts'
import { createApp } from './app.ts'
import { openDatabase } from './database.ts'
import { MORNING } from './real-desk.ts'
import { turnParts } from './turns.ts'

export type StudioHouse = Awaited<ReturnType<typeof openStudioHouse>>

/** The studio over a real store and the real engine; the clock is ours, and the shipped files may be changed. */
export async function openStudioHouse() {
  const database = await openDatabase()
  const data = await mkdtemp(join(tmpdir(), 'hearth-studio-'))
  const storage = await openStorage({ HEARTH_DATA: data, DATABASE_URL: database.url })
  let time = MORNING
  const now = () => time
  const clock = { now }
  const documents = documentStore({ pool: storage.desk, clock })
  const load = async ({ texts }: Published) =>
    loadHouse(DISTRICT, await publishedFolders(join(data, 'published'), texts))
  const { house, renew } = await keepHouse({ district: DISTRICT, documents, load, now })
  const turning = turnParts(storage.turn, { converse, house, now })
  const engine = createTurns(turning)
  // New words for hearing are tried on some hundred of the example lines.
  const files = documentFiles(house, 20)
  const shipped = new Map<string, string>()
  const parts = {
    documents,
    files: { ...files, shipped: async () => new Map([...(await files.shipped()), ...shipped]) },
    now,
  }
  const ids = { uuid: randomUUID, token: randomUUID, chance: () => 0.5 }
  const door = doorStore({ pool: storage.desk, clock, ids })
  const book = staffStore({ pool: storage.desk, clock, ids })
  const { app } = await createApp({
    studio: createStudio({
      ...{
        ...parts,
        usage: usageStore(storage.desk),
        carrying,
        breathe: () => setImmediate(),
        talks: 20,
      },
      standing: standingTalks(storage.after, RING),
      cases: caseStore({ pool: storage.desk, ring: RING, clock }),
      ...{ turns: turning.turns, house },
      standIns: () => loadTexts(`${FOLDERS.locales}/zh-CN`, 'stand-ins'),
    }),
    door,
    clock: now,
  })
  const due = () => publishDue(parts, publisherOf(DISTRICT))

  return {
    ...{ app, storage, engine, house, parts, now },
    pass: (milliseconds: number) => {
      time += milliseconds
    },
    hire: (role: Role, name: string) =>
      book.createStaff({
        ...{ login: randomUUID(), name, role, district: DISTRICT, password: null },
        streets: [],
      }),
    signIn: async (staff: Staff) => {
      const cookie = `hearth-desk=${await door.openSession(staff)}`
      const headers = { cookie, 'sec-fetch-site': 'same-origin' }
      const call = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
        const url = `/api/studio${path}`
        const answer = await app.inject({ method, url, headers, ...(payload && { payload }) })
        return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
      }
      return {
        get: (path: string) => call('GET', path),
        file: async (path: string) => {
          const answer = await app.inject({ url: `/api/studio${path}`, headers })
          return { type: String(answer.headers['content-type']), bytes: answer.rawPayload }
        },
        put: (path: string, body: object) => call('PUT', path, body),
        post: (path: string, body: object = {}) => call('POST', path, body),
      }
    },
    publishDue: due,
    countUsage: (district = DISTRICT) =>
      countUsage(usageLog({ pool: storage.turn, ring: RING, district }), now()),
    /** What the clock does, until a release is in force here. */
    round: async () => {
      await due()
      await renew()
      time += 10_000
      await renew()
    },
    /** Changes a file as an upgrade would. */
    ship: async (path: string, change: (text: string) => string) => {
      shipped.set(path, change((await files.shipped()).get(path) ?? ''))
    },
    resident: () => aResident(engine, now),
    /** Number of the case that a conversation has led to. */
    numberOf: async (conversation: string) => {
      const query = 'select number from help_case where conversation_id = $1'
      const [row] = await rowsOf<{ number: string }>(storage.after, query, [conversation])
      return row?.number ?? ''
    },
    audited: async () => {
      const rows = await rowsOf<{ act: string }>(storage.audit, 'select act from audit')
      return rows.map(({ act }) => act)
    },
    close: async () => {
      await app.close()
      await engine.stop()
      await storage.close()
      await database.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

function aResident(engine: TurnEngine, now: () => number) {
  const who = { channel: 'web', account: 'main', user: randomUUID() }
  return {
    conversation: engine.conversationOf(who.channel, who.account, who.user),
    says: async (text: string): Promise<readonly string[]> => {
      const incoming = { kind: 'text', text } as const
      const received = await engine.receive({
        ...who,
        ...{ externalId: randomUUID(), at: now(), incoming },
      })
      return received.messages.map((message) => message.text)
    },
  }
}

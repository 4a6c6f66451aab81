import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Staff } from '../core/people/role.ts'
import { type AtDesk, type DeskBench, run } from '../edge/cli/commands/bench-desk.ts'
import { systemClock } from '../edge/clock.ts'
import { DESK_COOKIE } from '../edge/http/console/session.ts'
import { systemIds } from '../edge/ids.ts'
import { caseStore } from '../edge/storage/case-store.ts'
import { markBreached } from '../edge/storage/cases/mark-breached.ts'
import { fillDistrict, tidyTables } from '../edge/storage/desk-bench.ts'
import { doorStore } from '../edge/storage/door-store.ts'
import { startEmbedded } from '../edge/storage/embedded/embedded.ts'
import { openStorage, type Storage } from '../edge/storage/open-storage.ts'
import { staffStore } from '../edge/storage/staff-store.ts'
import { refOf } from '../work/turn/create-turns.ts'
import { SAID } from './bench.ts'
import { HOME_DISTRICT } from './home.ts'
import { openEngine } from './open-engine.ts'

/** Messages after which a case of the demonstration's talk stands in the queue. */
const TOLD = 20

/** `hearth bench desk` against the whole program, on a store of its own that is thrown away. */
export const runBenchDesk = (args: readonly string[]): Promise<number> =>
  run(args, { stdout: process.stdout, open })

async function open(size: { cases: number; advisers: number }): Promise<DeskBench> {
  const data = mkdtempSync(join(tmpdir(), 'hearth-bench-'))
  const storage = await openStorage({ HEARTH_DATA: data })
  const server = await startEmbedded(data)
  const close = async () => {
    await storage.close()
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const { staff, tokens } = await fill(storage, server.url, size)
    const house = serveHouse(data)
    const url = await addressOf(house)
    return {
      advisers: staff.map((person, n) => atDesk(url, person, tokens[n] ?? '')),
      close: async () => {
        const ended = once(house, 'exit')
        house.kill('SIGTERM')
        await ended
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Advisers with their sessions, and cases to look at. */
async function fill(storage: Storage, url: string, size: { cases: number; advisers: number }) {
  const engine = await openEngine(storage, { district: HOME_DISTRICT })
  const streets = engine.house().town.places.districts.get(HOME_DISTRICT)?.streets ?? []
  const codes = streets.map(({ code }) => code)
  const staff = await hire(storage, codes, size.advisers)
  const template = await aCase(storage, engine, staff)
  const advisers = staff.map(({ id, streets: [street = ''] }) => ({ id, street }))
  const more = { now: Date.now(), uuid: systemIds.uuid, streets: codes, advisers, ...template }
  await fillDistrict(storage.turn, storage.ring, { count: size.cases, ...more })
  await markBreached(storage.turn, Date.now())
  await tidyTables(url)
  const door = doorStore({ pool: storage.desk, clock: systemClock, ids: systemIds })
  const tokens: string[] = []
  for (const person of staff) tokens.push(await door.openSession(person))
  await engine.engine.stop()
  return { staff, tokens }
}

async function hire(storage: Storage, streets: readonly string[], count: number) {
  const book = staffStore({ pool: storage.desk, clock: systemClock, ids: systemIds })
  const staff: Staff[] = []
  for (let n = 0; n < count; n++) {
    const person = {
      login: `bench-${n}`,
      name: `样例${n}`,
      role: 'adviser',
      password: null,
    } as const
    const street = streets[n % streets.length] ?? ''
    staff.push(await book.createStaff({ ...person, district: HOME_DISTRICT, streets: [street] }))
  }
  return staff
}

/** One real talk to its case: what the others are copies of. */
async function aCase(
  storage: Storage,
  { engine }: Awaited<ReturnType<typeof openEngine>>,
  staff: readonly Staff[],
) {
  const who = { channel: 'web', account: 'main', user: 'bench' }
  for (const [n, text] of SAID.slice(0, TOLD).entries()) {
    const incoming = { kind: 'text', text } as const
    await engine.receive({ ...who, externalId: `bench-${n}`, at: Date.now(), incoming })
  }
  const cases = caseStore({ pool: storage.desk, ring: storage.ring, clock: systemClock })
  for (const person of staff) {
    const [row] = (await cases.listCases(person, { list: 'all' })).rows
    if (!row) continue
    const { file } = await cases.readCase(person, row.number)
    return { file, conversation: refOf(engine.conversationOf(who.channel, who.account, who.user)) }
  }
  throw new Error('the talk of the bench opened no case')
}

function serveHouse(data: string): ChildProcess {
  const { DATABASE_URL: _elsewhere, ...rest } = process.env
  const env = { ...rest, HEARTH_DATA: data, HEARTH_DEMO: '0', PORT: '0', HOST: '127.0.0.1' }
  return spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'serve'], { env })
}

function addressOf(house: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    const read = (part: Buffer) => {
      said += part
      const port = /chat +http:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (port) found(`http://127.0.0.1:${port}`)
    }
    house.stdout?.on('data', read)
    house.once('exit', (code) => failed(new Error(`the house ended with ${code}`)))
  })
}

function atDesk(url: string, { streets: [street = ''] }: Staff, token: string): AtDesk {
  const headers = { cookie: `${DESK_COOKIE}=${token}`, accept: 'application/json' }
  const get = async <T>(path: string) => (await answerOf(`${url}${path}`, { headers })) as T
  type Page = { readonly cases: Awaited<ReturnType<AtDesk['list']>> }
  return {
    street,
    list: async () => (await get<Page>('/api/desk/queue?status=waiting')).cases,
    day: () => get('/api/office/today'),
    workspace: (number) => get(`/api/desk/cases/${number}`),
    claim: ({ number, version }) =>
      answerOf(`${url}/api/desk/cases/${number}/claim`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ version }),
      }),
    listen: (heard) => {
      const stop = new AbortController()
      void hear(`${url}/api/desk/stream`, { headers, signal: stop.signal }, heard)
      return () => stop.abort()
    },
  }
}

async function answerOf(url: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(url, init)
  const body = await answer.json()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return body
}

async function hear(url: string, init: RequestInit, heard: () => void): Promise<void> {
  const answer = await fetch(url, init).catch(() => null)
  const decoder = new TextDecoder()
  try {
    for await (const part of answer?.body ?? []) {
      if (decoder.decode(part, { stream: true }).includes('event: queue')) heard()
    }
  } catch {
    // The bench hung up.
  }
}

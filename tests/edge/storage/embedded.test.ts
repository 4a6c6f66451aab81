import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from '../../../src/edge/storage/embedded/embedded.ts'
import { isAlive } from '../../../src/edge/storage/embedded/pid-file.ts'

let data: string
const running: EmbeddedServer[] = []
const children: ChildProcess[] = []
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'hearth-embedded-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of running.splice(0)) await server.stop()
  rmSync(data, { recursive: true, force: true })
})

const isRoot = process.getuid?.() === 0

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded(data)
  running.push(server)
  return server
}

async function startChild() {
  const script = join(import.meta.dirname, '../../support/embedded-child.ts')
  const child = spawn(process.execPath, [script, data], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, ...(JSON.parse(line) as { joined: boolean; pid: number }) }
}

async function ask(server: EmbeddedServer, text: string) {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

async function endOf(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 200 && isAlive(pid); tries++) await sleep(25)
  return !isAlive(pid)
}

test('it starts, keeps what it was given, stops clean, and starts again soon', async () => {
  const first = performance.now()
  const server = await startEmbedded(data)
  expect(performance.now() - first).toBeLessThan(15_000)
  await ask(server, 'create table kept as select 1 as one')
  await server.stop()
  expect(isAlive(server.pid)).toBe(false)
  const again = performance.now()
  const next = await start()
  expect(performance.now() - again).toBeLessThan(3_000)
  expect(next.joined).toBe(false)
  expect(await ask(next, 'select one from kept')).toEqual([{ one: 1 }])
})

test('it is durable, checked, and its secrets are for its owner alone', async () => {
  const server = await start()
  const [facts] = await ask(
    server,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
       current_setting('full_page_writes') as pages, current_setting('data_checksums') as sums,
       current_setting('server_encoding') as encoding, current_user as login,
       (select rolsuper from pg_roles where rolname = current_user) as super`,
  )
  expect(facts).toEqual({
    fsync: 'on',
    commit: 'on',
    pages: 'on',
    sums: 'on',
    encoding: 'UTF8',
    login: 'hearth',
    super: false,
  })
  expect(statSync(join(data, 'postgres.password')).mode & 0o777).toBe(0o600)
  expect(statSync(join(data, 'postgres')).mode & 0o777).toBe(0o700)
  const wrong = server.url.replace(/:[^:@/]+@/, ':wrong@')
  await expect(new pg.Client({ connectionString: wrong }).connect()).rejects.toMatchObject({
    code: '28P01',
  })
})

test('a killed server is started again with all that was committed', async () => {
  const server = await startEmbedded(data)
  await ask(server, 'create table kept as select 2 as two')
  process.kill(server.pid, 'SIGKILL')
  await endOf(server.pid)
  const next = await start()
  expect(next.pid).not.toBe(server.pid)
  expect(await ask(next, 'select two from kept')).toEqual([{ two: 2 }])
  await server.stop()
})

test('another process joins, and the last to leave stops the server', async () => {
  const server = await startEmbedded(data)
  const other = await startChild()
  expect(other).toMatchObject({ joined: true, pid: server.pid })
  await server.stop()
  expect(isAlive(server.pid)).toBe(true)
  other.child.stdin?.write('stop\n')
  await once(other.child, 'exit')
  expect(await endOf(server.pid)).toBe(true)
})

test('the server of a killed process is adopted, and stopped at the end', async () => {
  const { child, pid } = await startChild()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isAlive(pid)).toBe(true)
  const server = await startEmbedded(data)
  expect(server).toMatchObject({ joined: true, pid })
  await server.stop()
  expect(isAlive(pid)).toBe(false)
})

test('four first starts at once end with one server', async () => {
  const all = await Promise.all([startChild(), startChild(), startChild(), startChild()])
  expect(new Set(all.map(({ pid }) => pid)).size).toBe(1)
  for (const { child } of all) child.stdin?.write('stop\n')
  expect(await endOf(all[0]?.pid ?? 0)).toBe(true)
})

test('two users within one process do not pull the server away from each other', async () => {
  const one = await startEmbedded(data)
  const two = await start()
  await one.stop()
  expect(await ask(two, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a process number that now belongs to something else does not keep it from starting', async () => {
  const server = await startEmbedded(data)
  await server.stop()
  const file = join(data, 'postgres', 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${join(data, 'postgres')}\n1\n5432\n\n127.0.0.1\n\nready\n`)
  const next = await start()
  expect(next.joined).toBe(false)
  expect(await ask(next, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('files of another version of PostgreSQL are refused soon and by name', async () => {
  const server = await startEmbedded(data)
  await server.stop()
  writeFileSync(join(data, 'postgres', 'PG_VERSION'), '12\n')
  await expect(startEmbedded(data)).rejects.toMatchObject({
    code: 'database_unstartable',
    details: { why: expect.stringContaining('incompatible') },
  })
})

test('what a killed first start left is cleared away', async () => {
  const left = join(data, 'postgres.new-abcdef')
  mkdirSync(left)
  utimesSync(left, 1, 1)
  await start()
  expect(readdirSync(data).filter((name) => name.includes('.new-'))).toEqual([])
})

test.runIf(isRoot)('root hands the server to an account that is not root', async () => {
  const server = await start()
  const uid = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]
  expect(Number(uid)).toBeGreaterThan(0)
})

test.runIf(isRoot)('it also runs below a folder that only root may enter', async () => {
  const closed = join(data, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  chmodSync(closed, 0o700)
  const server = await startEmbedded(join(closed, 'hearth'))
  running.push(server)
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
})

import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { problem } from '../../../core/errors.ts'
import { chooseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { initialise } from './initialise.ts'
import { launch, logOf } from './launch.ts'
import { readOrMakePassword } from './password.ts'
import { isAlive, type Running, readPidFile } from './pid-file.ts'
import { joinUsers, leaveUsers } from './users.ts'

export type EmbeddedServer = {
  /** Connection of the owner of the database `hearth` (no superuser), with its password. */
  readonly url: string
  /** The same for another database or the superuser; for tests and drills. */
  readonly urlOf: (user: 'hearth' | 'postgres', database: string) => string
  /** True when it ran already. */
  readonly joined: boolean
  /** Process number of the server. */
  readonly pid: number
  /** Leaves it; stops it when nobody else uses it. */
  readonly stop: () => Promise<void>
}

/** How long a start may take in ms before it counts as failed; crash recovery included. */
const PATIENCE = 60_000

/** Starts, or joins, the PostgreSQL whose files live in `<data>/postgres`. */
export async function startEmbedded(dataFolder: string): Promise<EmbeddedServer> {
  const data = resolve(dataFolder)
  const folder = join(data, 'postgres')
  // 0711: the server's account must be able to pass through; every file inside is 0600 or 0700.
  mkdirSync(data, { recursive: true, mode: 0o711 })
  refuseForeign(data)
  const user = joinUsers(data)
  const password = readOrMakePassword(data)
  const before = await settled(folder)
  const running = before ?? (await startHere(data, folder, password))
  const urlOf = (user: string, database: string) => urlFor(running, user, password, database)
  await ensureDatabase(urlOf)
  const leaving = () => {
    if (leaveUsers(data, user)) interrupt(running.pid)
  }
  process.once('exit', leaving)
  return {
    url: urlOf('hearth', 'hearth'),
    urlOf,
    joined: before !== null,
    pid: running.pid,
    stop: async () => {
      process.removeListener('exit', leaving)
      if (leaveUsers(data, user)) await stopServer(running.pid)
    },
  }
}

/** A folder of somebody else holds a password that we may not read. */
function refuseForeign(data: string): void {
  try {
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const why = `${data} belongs to another account: run as that one, or set HEARTH_DATA.`
    throw problem('database_unstartable', { why }, cause)
  }
}

async function startHere(data: string, folder: string, password: string): Promise<Running> {
  const { initdb, postgres } = await findBinaries()
  const account = chooseAccount(postgres, [folder])
  await initialise(folder, initdb, account, password)
  return launch(folder, logOf(data), postgres, account, PATIENCE)
}

/** A server that is coming up or going down is waited for. */
async function settled(folder: string): Promise<Running | null> {
  const until = Date.now() + PATIENCE
  while (Date.now() < until) {
    const running = readPidFile(folder)
    if (running === null || running.status === 'ready') return running
    await sleep(20)
  }
  throw problem('database_unstartable', {
    why: 'A server of this folder neither starts nor stops.',
  })
}

function urlFor({ port, socket }: Running, user: string, password: string, database: string) {
  const login = `${user}:${encodeURIComponent(password)}`
  const tcp = `postgresql://${login}@127.0.0.1:${port}/${database}`
  if (socket === '') return tcp
  return `postgresql://${login}@/${database}?host=${encodeURIComponent(socket)}&port=${port}`
}

/** The login and the database of the application; made at the first start. */
async function ensureDatabase(urlOf: EmbeddedServer['urlOf']): Promise<void> {
  if (await answers(urlOf('hearth', 'hearth'))) return
  const admin = new pg.Client({ connectionString: urlOf('postgres', 'postgres') })
  await admin.connect()
  try {
    const { password } = admin
    await ignoring(
      admin.query(`create role hearth login createrole createdb password '${password}'`),
    )
    await ignoring(admin.query('create database hearth owner hearth'))
  } finally {
    await admin.end()
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** "Exists already" is what we want: 42710 duplicate role, 42P04 duplicate database, 23505 a race. */
async function ignoring(statement: Promise<unknown>): Promise<void> {
  await statement.catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['42710', '42P04', '23505'].includes(code)) throw error
  })
}

/** Fast shutdown: open transactions are rolled back, then a clean end (PostgreSQL: SIGINT). */
async function stopServer(pid: number): Promise<void> {
  interrupt(pid)
  for (const until = Date.now() + 10_000; isAlive(pid) && Date.now() < until; ) await sleep(15)
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It has ended already.
  }
}

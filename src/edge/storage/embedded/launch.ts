import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { problem } from '../../../core/errors.ts'
import { type Account, asAccount } from './account.ts'
import { type Running, readPidFile } from './pid-file.ts'

/**
 * Settings of the embedded server. The first three are what "accepted" rests on: with any of them
 * off, a power cut may lose committed rows (PostgreSQL manual, "Reliability and the WAL").
 */
const SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  max_connections: '100',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements may carry what a resident wrote: the log names errors, never the statement.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
} as const

/** Longest path of a unix socket on Linux and macOS, less the name that PostgreSQL adds. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.65535'.length

/** Starts the server of a data folder and waits until it takes connections. */
export async function launch(
  folder: string,
  log: string,
  postgres: string,
  account: Account,
  patience: number,
): Promise<Running> {
  const until = Date.now() + patience
  for (let tries = 1; ; tries++) {
    const running = await ready(folder, await spawnServer(folder, log, postgres, account), until)
    if (running) return running
    if (tries === TRIES || Date.now() >= until) {
      throw problem('database_unstartable', { why: lastLines(log) })
    }
    await sleep(200 * tries)
  }
}

/** A port that was taken meanwhile, or backends of a killed server that linger, pass within seconds. */
const TRIES = 8

/** Null when ours has ended and no other process has started one either. */
async function ready(folder: string, child: ChildProcess, until: number): Promise<Running | null> {
  let ended = false
  for (const event of ['exit', 'error']) {
    child.once(event, () => {
      ended = true
    })
  }
  while (Date.now() < until) {
    const running = readPidFile(folder)
    if (running?.status === 'ready') return running
    if (ended && running === null) return null
    await sleep(15)
  }
  return null
}

async function spawnServer(folder: string, log: string, postgres: string, account: Account) {
  const socket = folder.length <= LONGEST_SOCKET_FOLDER ? folder : ''
  const place = { port: String(await freePort()), unix_socket_directories: socket }
  const settings = Object.entries({ ...SETTINGS, ...place, listen_addresses: '127.0.0.1' })
  const run = asAccount(account, postgres, [
    '-D',
    folder,
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  keepShort(log)
  const out = openSync(log, 'a', 0o600)
  // Its own process group: Ctrl-C in the terminal must reach us only, so that we can finish first.
  const options = { ...run.ids, cwd: folder, detached: true }
  const child = spawn(run.command, run.args, { ...options, stdio: ['ignore', out, out] })
  child.unref()
  closeSync(out)
  return child
}

/** In bytes: a log that has grown larger is put aside at the next start. */
const LONGEST_LOG = 10_000_000

function keepShort(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LONGEST_LOG) renameSync(log, `${log}.1`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n')
}

/** The server's log file in the data folder. */
export function logOf(data: string): string {
  return join(data, 'postgres.log')
}

import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server writes about itself into `postmaster.pid`. */
export type Running = {
  readonly pid: number
  readonly port: number
  /** Folder of the unix socket; empty when it listens on TCP only. */
  readonly socket: string
  readonly status: 'starting' | 'ready' | 'stopping'
}

/**
 * The live server of a data folder, or null. A file left behind by a killed server whose process
 * number now belongs to something else would keep PostgreSQL from starting, so it is removed.
 */
export function readPidFile(folder: string): Running | null {
  const file = join(folder, 'postmaster.pid')
  const lines = linesOf(file)
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0 || !isAlive(pid)) return null
  if (!isPostgres(pid)) {
    rmSync(file, { force: true })
    return null
  }
  const status = (lines[7] ?? '').trim()
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socket: (lines[4] ?? '').trim(),
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  try {
    const name =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/comm`, 'utf8')
        : execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' })
    return name.includes('postgres')
  } catch {
    return process.platform === 'win32'
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

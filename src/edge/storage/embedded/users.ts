import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './pid-file.ts'

/**
 * Which processes use the embedded server: one empty file named by process number each. The last
 * one to leave stops the server, so a short command that started it never pulls it away from a
 * server process that joined meanwhile, and an orphan of a killed process is adopted.
 */
export function joinUsers(data: string): void {
  mkdirSync(folderOf(data), { recursive: true, mode: 0o700 })
  writeFileSync(join(folderOf(data), String(process.pid)), '')
}

/** Takes us off the list; true when nobody else is left. */
export function leaveUsers(data: string): boolean {
  rmSync(join(folderOf(data), String(process.pid)), { force: true })
  return othersOf(data).length === 0
}

function othersOf(data: string): number[] {
  const pids = readdirSync(folderOf(data)).map(Number)
  for (const gone of pids.filter((pid) => !isAlive(pid))) {
    rmSync(join(folderOf(data), String(gone)), { force: true })
  }
  return pids.filter((pid) => pid !== process.pid && isAlive(pid))
}

function folderOf(data: string): string {
  return join(data, 'postgres.users')
}

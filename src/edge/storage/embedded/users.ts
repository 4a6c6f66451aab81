import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './pid-file.ts'

/**
 * Who uses the embedded server: one empty file each, `<process>-<count>`. The last to leave stops
 * the server, so a short command that started it never pulls it away from a house that joined
 * meanwhile, and the orphan of a killed process is adopted by whoever comes next.
 */
export function joinUsers(data: string): string {
  const folder = folderOf(data)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const user = join(folder, `${process.pid}-${++joined}`)
  writeFileSync(user, '')
  return user
}

/** Takes a user off the list; true when nobody is left. */
export function leaveUsers(data: string, user: string): boolean {
  rmSync(user, { force: true })
  const folder = folderOf(data)
  const names = readdirSync(folder)
  const gone = names.filter((name) => !isAlive(Number(name.split('-')[0])))
  for (const name of gone) rmSync(join(folder, name), { force: true })
  return names.length === gone.length
}

let joined = 0

function folderOf(data: string): string {
  return join(data, 'postgres.users')
}

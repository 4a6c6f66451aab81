import { execFile } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { problem } from '../../../core/errors.ts'
import { type Account, asAccount } from './account.ts'

/**
 * Makes the database folder when there is none. It is built beside and renamed in one step, so a
 * killed first start leaves nothing half done and two first starts do not meet.
 */
export async function initialise(
  folder: string,
  initdb: string,
  account: Account,
  password: string,
): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return
  clearLeftovers(folder)
  const draft = mkdtempSync(`${folder}.new-`)
  const secret = `${draft}.secret`
  writeFileSync(secret, password, { mode: 0o600 })
  for (const path of [draft, secret]) giveTo(account, path)
  try {
    await runInitdb(initdb, account, draft, secret)
    renameSync(draft, folder)
  } catch (cause) {
    if (!existsSync(join(folder, 'PG_VERSION'))) throw unstartable(cause)
  } finally {
    rmSync(secret, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

async function runInitdb(initdb: string, account: Account, folder: string, secret: string) {
  const run = asAccount(account, initdb, [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
  ])
  await promisify(execFile)(run.command, run.args, { ...run.ids, cwd: folder })
}

/** In ms: no first start takes this long, so a draft that is older was left by a killed one. */
const ABANDONED = 600_000

function clearLeftovers(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    const path = join(dirname(folder), name)
    if (!path.startsWith(`${folder}.new-`)) continue
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > ABANDONED) rmSync(path, { recursive: true, force: true })
  }
}

function giveTo(account: Account, path: string): void {
  if (account.uid !== null && account.gid !== null) chownSync(path, account.uid, account.gid)
}

function unstartable(cause: unknown) {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause)
  return problem('database_unstartable', { why: `initdb failed: ${said.trim()}` }, cause)
}

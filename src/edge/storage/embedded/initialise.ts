import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

function giveTo(account: Account, path: string): void {
  if (account.uid !== null && account.gid !== null) chownSync(path, account.uid, account.gid)
}

function unstartable(cause: unknown) {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause)
  return problem('database_unstartable', { why: `initdb failed: ${said.trim()}` }, cause)
}

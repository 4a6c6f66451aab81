import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { problem } from '../../../core/errors.ts'

/** The operating-system account that the server runs as, and how a command is run as it. */
export type Account = {
  /** Null: our own account. */
  readonly uid: number | null
  readonly gid: number | null
  /** What is put before a command: nothing, or setpriv with the one capability that is needed. */
  readonly prefix: readonly string[]
}

const OURSELVES: Account = { uid: null, gid: null, prefix: [] }

/**
 * PostgreSQL refuses to run as root, so root hands it to the account `postgres` (made when it is
 * missing; `nobody` where accounts cannot be made). `paths` are the folders it must reach.
 */
export function chooseAccount(program: string, paths: readonly string[]): Account {
  if (process.getuid?.() !== 0) return OURSELVES
  const ids = findIds('postgres') ?? makeAccount() ?? findIds('nobody')
  if (!ids) throw unstartable('There is no account postgres or nobody to run the server as.')
  const plain: Account = { ...ids, prefix: [] }
  if ([program, ...paths].every((path) => reachable(path, ids))) return plain
  const helped = REACHING.map((capability) => reachingAccount(ids, capability))
  const works = helped.find((account) => answers(account, program))
  if (works) return works
  throw unstartable(
    `The account with id ${ids.uid} may not enter ${dirname(program)} or ${paths.join(', ')}. ` +
      'Open the parent folders (chmod o+x), start as an ordinary user, or set DATABASE_URL.',
  )
}

/** A command and its arguments as `account` runs them, for node:child_process. */
export function asAccount(account: Account, program: string, args: readonly string[]) {
  const [command = program, ...rest] = [...account.prefix, program, ...args]
  const ids =
    account.uid === null || account.gid === null || account.prefix.length > 0
      ? {}
      : { uid: account.uid, gid: account.gid }
  return { command, args: rest, ids }
}

type Ids = { readonly uid: number; readonly gid: number }

/** The smaller one first; containers often grant only the second. */
const REACHING = ['dac_read_search', 'dac_override'] as const

function reachingAccount({ uid, gid }: Ids, capability: string): Account {
  // Without the securebit access(2) ignores the capability, and initdb asks by access(2) for its programs.
  const caps = [
    '--securebits=+no_setuid_fixup',
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ]
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...caps]
  return { uid, gid, prefix: [...prefix, '--'] }
}

function answers(account: Account, program: string): boolean {
  const run = asAccount(account, program, ['--version'])
  return spawnSync(run.command, run.args, { stdio: 'ignore', cwd: '/' }).status === 0
}

/** Whether every folder above `path` may be entered by the account. */
function reachable(path: string, ids: Ids): boolean {
  for (let at = dirname(path); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

function findIds(name: string): Ids | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function makeAccount(): Ids | null {
  try {
    execFileSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' })
  } catch {
    // The group may be there already; useradd tells.
  }
  try {
    const args = ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false']
    execFileSync('useradd', [...args, 'postgres'], { stdio: 'ignore' })
  } catch {
    return null
  }
  return findIds('postgres')
}

function unstartable(why: string) {
  return problem('database_unstartable', { why })
}

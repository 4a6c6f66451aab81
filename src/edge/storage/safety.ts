import { problem } from '../../core/errors.ts'
import { type Pool, rowOf } from './pool.ts'

/** What the server is, as one of the application's roles sees it. */
export type ServerFacts = {
  /** 180004 = 18.4. */
  readonly version: number
  readonly fsync: string
  readonly synchronous_commit: string
  readonly full_page_writes: string
  readonly role: string
  readonly superuser: boolean
  readonly bypass: boolean
  /** Whether the login behind the role is a superuser. */
  readonly login_superuser: boolean
}

export async function readServerFacts(pool: Pool): Promise<ServerFacts> {
  const row = await rowOf<ServerFacts>(pool, FACTS)
  if (!row) throw problem('database_unreachable', {})
  return row
}

/**
 * Refuses a database that could lose what was acknowledged, or that would not hold row security:
 * database_unsafe names the setting.
 */
export function refuseUnsafe(facts: ServerFacts): void {
  const wrong = unsafeOf(facts)
  if (wrong) throw problem('database_unsafe', wrong)
}

function unsafeOf(facts: ServerFacts): { setting: string; is: unknown; needs: string } | null {
  const { version, role } = facts
  if (version < OLDEST) return { setting: 'server_version', is: version, needs: '15 or newer' }
  for (const setting of ['fsync', 'full_page_writes'] as const) {
    if (facts[setting] !== 'on') return { setting, is: facts[setting], needs: 'on' }
  }
  const { synchronous_commit: commit } = facts
  // `local` and the remote forms all wait for the disk of this server; only `off` does not.
  if (commit === 'off') return { setting: 'synchronous_commit', is: commit, needs: 'on' }
  const needs = 'a role without SUPERUSER and BYPASSRLS'
  if (facts.superuser || facts.bypass) return { setting: 'role', is: role, needs }
  return null
}

/** PostgreSQL 15, the oldest that is tested. */
const OLDEST = 150_000

const FACTS = `select current_setting('server_version_num')::int as version,
    current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as synchronous_commit,
    current_setting('full_page_writes') as full_page_writes,
    current_user as role, r.rolsuper as superuser, r.rolbypassrls as bypass,
    (select rolsuper from pg_roles where rolname = session_user) as login_superuser
  from pg_roles r where r.rolname = current_user`

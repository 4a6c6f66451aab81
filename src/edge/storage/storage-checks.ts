import pg from 'pg'
import { isProblem } from '../../core/errors.ts'
import type { Check, CheckResult } from '../../work/ports/check.ts'
import { startEmbedded } from './embedded/embedded.ts'
import { pendingOf, readMigrations } from './migrate.ts'
import type { StorageSettings } from './open-storage.ts'
import { openPool, type Pool } from './pool.ts'
import { readServerFacts, refuseUnsafe } from './safety.ts'
import { checkKeys } from './seal/check-keys.ts'
import { loadKeys } from './seal/load-keys.ts'

/** What `hearth doctor` asks of the database and the keys. Starts the embedded server if need be. */
export function storageChecks(settings: StorageSettings): readonly Check[] {
  return [
    { name: 'database', run: () => withDatabase(settings, reachable) },
    { name: 'migrations', run: () => withDatabase(settings, migrated) },
    { name: 'database settings', run: () => withDatabase(settings, safe) },
    { name: 'keys', run: () => withDatabase(settings, (url) => keysFit(settings, url)) },
  ]
}

async function withDatabase(
  { DATABASE_URL, HEARTH_DATA }: StorageSettings,
  look: (url: string) => Promise<CheckResult>,
): Promise<CheckResult> {
  try {
    if (DATABASE_URL !== undefined) return await look(DATABASE_URL)
    const server = await startEmbedded(HEARTH_DATA)
    return await look(server.url).finally(server.stop)
  } catch (error) {
    if (isNotSetUp(error))
      return { level: 'warn', says: 'Not set up yet: the first start does it.' }
    return { level: 'fail', says: sentenceOf(error) }
  }
}

async function reachable(url: string): Promise<CheckResult> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    return { level: 'ok', says: `PostgreSQL ${rows[0]?.version} answers.` }
  })
}

async function migrated(url: string): Promise<CheckResult> {
  const migrations = readMigrations()
  const pending = await withClient(url, (client) => pendingOf(client, migrations))
  if (pending.length === 0) return { level: 'ok', says: `All ${migrations.length} have run.` }
  return { level: 'warn', says: `${pending.length} have not run yet: the next start runs them.` }
}

async function safe(url: string): Promise<CheckResult> {
  const facts = await withPool(url, readServerFacts)
  refuseUnsafe(facts)
  if (!facts.login_superuser) return { level: 'ok', says: 'Durable, and row security holds.' }
  return { level: 'warn', says: 'The login is a superuser: give the house a login of its own.' }
}

async function keysFit({ HEARTH_KEYS, HEARTH_DATA }: StorageSettings, url: string) {
  const { ring, from } = loadKeys(HEARTH_KEYS, HEARTH_DATA)
  await withPool(url, (pool) => checkKeys(pool, ring))
  if (from === 'environment') return { level: 'ok', says: 'The ring opens this database.' } as const
  const says = 'The ring lies in HEARTH_DATA: keep a copy elsewhere, or nothing can be read again.'
  return { level: 'warn', says } as const
}

async function withPool<T>(url: string, look: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool({ url, role: 'hearth_turn', max: 1 })
  return look(pool).finally(() => pool.end())
}

async function withClient<T>(url: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return await look(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function sentenceOf(error: unknown): string {
  if (isProblem(error)) return `${error.message} ${JSON.stringify(error.details)}`
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** Before the first migration: no such role (22023, 42704), no such table (42P01). */
function isNotSetUp(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['22023', '42704', '42P01'].includes(code)
}

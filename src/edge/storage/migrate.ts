import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { problem } from '../../core/errors.ts'
import { asUnreachable } from './unreachable.ts'

export type Migration = { readonly name: string; readonly hash: string; readonly sql: string }

export type Migrated = { readonly applied: readonly string[]; readonly total: number }

/**
 * Brings a database up to date, one file a transaction, by one migrator at a time (the others wait
 * and then find nothing to do). A file that was edited after it ran is refused. Old and new
 * programs run side by side, so files only ever add; what is unused goes a release later.
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, query_timeout: LONGEST })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(TABLE)
    const pending = await pendingOf(client, migrations)
    for (const migration of pending) await applyPatiently(client, migration)
    return { applied: pending.map(({ name }) => name), total: migrations.length }
  } catch (error) {
    throw asUnreachable(error)
  } finally {
    // Ending the connection gives the advisory lock back.
    await client.end().catch(() => {})
  }
}

/** The migrations that come with this program, in order. */
export function readMigrations(folder = join(import.meta.dirname, 'migrations')): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/** What a database still lacks; throws migration_changed for an edited file. */
export async function pendingOf(
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const exists = await client.query("select to_regclass('migration') is not null as made")
  if (exists.rows[0]?.made !== true) return migrations
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration',
  )
  const done = new Map(rows.map((row) => [row.name, row.hash]))
  const edited = migrations.find(({ name, hash }) => (done.get(name) ?? hash) !== hash)
  if (edited) throw problem('migration_changed', { migration: edited.name })
  return migrations.filter(({ name }) => !done.has(name))
}

/** An arbitrary fixed number: every migrator takes this lock. */
const LOCK = 7_404_721

/** A long index build is no fault; ten minutes of silence is. */
const LONGEST = 600_000

/** How often a file is tried when live traffic holds a table. */
const TRIES = 20

const TABLE = `
create table if not exists migration (name text primary key, hash text not null, at timestamptz not null);
comment on column migration.name is 'code: file name';
comment on column migration.hash is 'code: SHA-256 of the file';
comment on column migration.at is 'time';`

/** Two seconds of waiting for a lock, then it steps back: a queue behind it would stop everybody. */
async function applyPatiently(client: pg.Client, migration: Migration): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await apply(client, migration)
    } catch (error) {
      await client.query('rollback')
      const busy = error instanceof Error && 'code' in error && error.code === '55P03'
      if (!busy || tries === TRIES) throw error
      await sleep(250 * tries)
    }
  }
}

async function apply(client: pg.Client, { name, hash, sql }: Migration): Promise<void> {
  await client.query("begin; set local lock_timeout = '2s'")
  await client.query(sql)
  await client.query('insert into migration (name, hash, at) values ($1, $2, now())', [name, hash])
  await client.query('commit')
}

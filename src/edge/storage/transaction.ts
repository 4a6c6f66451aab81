import pg from 'pg'
import type { Role } from '../../core/people/role.ts'
import type { Pool, Tx } from './pool.ts'
import { asUnreachable } from './unreachable.ts'

/** For whom a transaction works; row security reads it. Without it a reader sees no row. */
export type Settings = {
  /** Staff id, or the name of the part of the house: 'turn', 'rounds'. */
  readonly actor: string
  readonly role: Role | 'system'
  readonly district: string
  readonly streets: readonly string[]
}

/**
 * Runs `fn` in one transaction and commits it. An error of `fn` rolls back and comes out; when the
 * database goes silent, even during COMMIT, it is database_unreachable and the connection is thrown
 * away (whether it was committed is then unknown: callers repeat with the same keys).
 */
export async function transaction<T>(
  pool: Pool,
  settings: Settings | null,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  const tx = await connect(pool)
  let broken = false
  try {
    await tx.query(beginText(settings))
    const result = await fn(tx)
    await tx.query('commit')
    return result
  } catch (error) {
    broken = await tx.query('rollback').then(
      () => false,
      () => true,
    )
    throw asUnreachable(error)
  } finally {
    tx.release(broken)
  }
}

/** Lets the rest of the transaction read one conversation, after its case has been seen. */
export async function admitConversation(tx: Tx, conversation: string): Promise<void> {
  await tx.query("select set_config('app.conversation', $1, true)", [conversation])
}

async function connect(pool: Pool): Promise<Tx> {
  try {
    return await pool.connect()
  } catch (error) {
    throw asUnreachable(error)
  }
}

/** BEGIN and the settings in one message: one round trip (measured 0.15 ms against 0.20). */
function beginText(settings: Settings | null): string {
  if (settings === null) return 'begin'
  const { actor, role, district, streets } = settings
  // A last comma keeps a lone '' (the district's duty) apart from no street at all.
  const list = streets.includes('') ? `${streets.join(',')},` : streets.join(',')
  const values = { actor, role, district, streets: list }
  const sets = Object.entries(values).map(
    ([name, value]) => `set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`,
  )
  return `begin; select ${sets.join(', ')}`
}

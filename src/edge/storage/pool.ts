import type { Duplex } from 'node:stream'
import pg from 'pg'
import { COLUMN_TYPES } from './column-types.ts'
import { asUnreachable } from './unreachable.ts'

/** The database roles that the parts of the house run as (migration 0001). */
export type DatabaseRole = 'hearth_turn' | 'hearth_desk' | 'hearth_audit'

export type Pool = pg.Pool
/** One connection inside a transaction. */
export type Tx = pg.PoolClient

export type PoolOptions = {
  readonly url: string
  readonly role: DatabaseRole
  /** Most connections at once. */
  readonly max?: number
  /** Longest wait for an answer in ms, counted by us. */
  readonly queryTimeout?: number
  readonly connectTimeout?: number
  /**
   * Statements of one connection travel without waiting for each other's answer: twice as many case updates a
   * second (measured). For code that is written for it (for-each.ts).
   */
  readonly pipeline?: boolean
}

/**
 * A pool whose every call ends: `query_timeout` is counted on our side, because neither the server's
 * statement_timeout nor TCP notices a connection that has gone silent (measured: it waits for ever).
 * 5 s is far above the slowest statement (tens of ms) and below what a channel waits.
 */
export function openPool(options: PoolOptions): Pool {
  const queryTimeout = options.queryTimeout ?? 5_000
  const pool = new pg.Pool({
    connectionString: options.url,
    options: Object.entries({
      role: options.role,
      timezone: 'UTC',
      // For the server's own sake: what we no longer wait for must not go on working or holding locks.
      statement_timeout: queryTimeout + 1_000,
      idle_in_transaction_session_timeout: 15_000,
    })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    application_name: options.role,
    max: options.max ?? 8,
    query_timeout: queryTimeout,
    connectionTimeoutMillis: options.connectTimeout ?? 3_000,
    keepAlive: true,
    ...(options.pipeline ? { pipeline: true } : {}),
    types: COLUMN_TYPES,
  })
  // An idle connection that breaks is replaced by the pool at the next call.
  pool.on('error', () => {})
  // A connection that is cut in use tells so by an event besides failing its statement; an event that
  // nobody hears would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  if (options.pipeline) pool.on('connect', writeTogether)
  return pool
}

type Corked = { readonly connection?: { readonly stream?: Duplex } }

/**
 * Statements that are handed over in one go leave in one write: each write is a call of the system, and those
 * were a sixth of what a busy house did (measured). `pg` corks its stream for each statement alone.
 */
function writeTogether(client: pg.PoolClient): void {
  const { stream } = (client as Corked).connection ?? {}
  if (!stream) return
  const cork = stream.cork.bind(stream)
  let held = false
  stream.cork = () => {
    cork()
    if (held) return
    held = true
    cork()
    process.nextTick(() => {
      held = false
      stream.uncork()
    })
  }
}

/** A statement that is planned once for each connection; use it on the hot path. */
export type Named = { readonly name: string; readonly text: string }

/** Runs a statement and gives its rows. */
export async function rowsOf<Row extends pg.QueryResultRow>(
  on: Pool | Tx,
  statement: string | Named,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const query = typeof statement === 'string' ? { text: statement } : statement
  try {
    return (await on.query<Row>({ ...query, values: [...values] })).rows
  } catch (error) {
    throw asUnreachable(error)
  }
}

/** The same for at most one row. */
export async function rowOf<Row extends pg.QueryResultRow>(
  on: Pool | Tx,
  statement: string | Named,
  values: readonly unknown[] = [],
): Promise<Row | null> {
  const rows = await rowsOf<Row>(on, statement, values)
  return rows[0] ?? null
}

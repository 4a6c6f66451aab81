import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { type DatabaseRole, openPool, type Pool } from '../../src/edge/storage/pool.ts'

const TEMPLATE = 'hearth_template'

export type TestDatabase = {
  /** Login of the owner: may read the catalogue, is bound by row security as everybody. */
  readonly url: string
  /** A pool as one of the roles; closed with the database. */
  readonly pool: (role: DatabaseRole, options?: { max?: number; queryTimeout?: number }) => Pool
  readonly close: () => Promise<void>
}

/** A fresh migrated database of the run's server: call in beforeAll, close in afterAll. */
export async function openDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(`create database ${name} template ${TEMPLATE}`)
  return connectTo(name)
}

/** A fresh database without any table. */
export async function openEmptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(`create database ${name}`)
  return connectTo(name)
}

function connectTo(name: string): TestDatabase {
  const url = urlOf(name)
  const pools: Pool[] = []
  return {
    url,
    pool: (role, options = {}) => {
      const pool = openPool({ url, role, ...options })
      pools.push(pool)
      return pool
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()))
      await drop(name)
    },
  }
}

/** PostgreSQL's own vacuum may be at work in it for a moment, and no owner may end that. */
async function drop(name: string, tries = 40): Promise<void> {
  try {
    await asOwner(`drop database ${name} with (force)`)
  } catch (error) {
    const isBusy = (error as { readonly code?: string }).code === '42501'
    if (!isBusy || tries === 0) throw error
    await setTimeout(250)
    await drop(name, tries - 1)
  }
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('hearth') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlOf(name: string): string {
  return inject('postgres').replace(`/${TEMPLATE}`, `/${name}`)
}

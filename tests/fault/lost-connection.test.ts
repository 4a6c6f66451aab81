import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { turnStore } from '../../src/edge/storage/turn-store.ts'
import { RING } from '../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../support/database.ts'
import { aMessage, openEngine } from '../support/turns.ts'

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await openDatabase()
  owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const cutAll = () =>
  owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  )

test('a connection that is cut between two statements of a transaction ends only that', async () => {
  const pool = database.pool('hearth_turn')
  const engine = openEngine(pool)
  const user = randomUUID()
  await engine.receive(aMessage(user, 'm1', '好'))
  const swept = turnStore(pool, RING).sweepDue(Date.now() + 3_600_000, async () => {
    await cutAll()
    // Time for the news to arrive while nobody asks this connection anything.
    await new Promise((resolve) => setTimeout(resolve, 200))
    return true
  })
  await expect(swept).rejects.toMatchObject({ code: 'database_unreachable' })
  expect((await engine.receive(aMessage(user, 'm2', '嗯'))).messages[0]?.text).toBe('第2句：嗯')
})

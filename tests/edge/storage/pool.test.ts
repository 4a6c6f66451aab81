import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool, rowOf, rowsOf } from '../../../src/edge/storage/pool.ts'
import { readServerFacts, refuseUnsafe } from '../../../src/edge/storage/safety.ts'
import { transaction } from '../../../src/edge/storage/transaction.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'
import { openSilentProxy } from '../../support/silent-proxy.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

/** The same database by TCP through another port. */
function through(port: number): string {
  const { user, password, database: name } = new pg.Client({ connectionString: database.url })
  return `postgresql://${user}:${encodeURIComponent(String(password))}@127.0.0.1:${port}/${name}`
}

const target = () => {
  const { port } = new pg.Client({ connectionString: database.url })
  return { host: '127.0.0.1', port }
}

test('a connection that goes silent ends every call, and the pool heals by itself', async () => {
  const proxy = await openSilentProxy(target())
  const url = through(proxy.port)
  const pool = openPool({ url, role: 'hearth_turn', queryTimeout: 300, connectTimeout: 300 })
  await rowsOf(pool, 'select 1')
  proxy.hush()
  const start = performance.now()
  const unreachable = { code: 'database_unreachable' }
  await expect(rowsOf(pool, 'select 1')).rejects.toMatchObject(unreachable)
  await expect(transaction(pool, null, (tx) => rowsOf(tx, 'select 1'))).rejects.toMatchObject(
    unreachable,
  )
  expect(performance.now() - start).toBeLessThan(1_500)
  proxy.speak()
  expect(await rowsOf(pool, 'select 1 as one')).toEqual([{ one: 1 }])
  await pool.end()
  await proxy.close()
})

test('silence during the commit is an error, never a success', async () => {
  const proxy = await openSilentProxy(target())
  const pool = openPool({ url: through(proxy.port), role: 'hearth_turn', queryTimeout: 300 })
  const failing = transaction(pool, null, async (tx) => {
    await rowsOf(tx, "insert into sweep_mark values (1, 'x', now())")
    proxy.hush()
  })
  await expect(failing).rejects.toMatchObject({ code: 'database_unreachable' })
  await proxy.close()
  await pool.end()
})

test('a database that is not there is unreachable, not a riddle', async () => {
  const pool = openPool({ url: 'postgresql://x:y@127.0.0.1:1/z', role: 'hearth_turn' })
  await expect(rowsOf(pool, 'select 1')).rejects.toMatchObject({
    code: 'database_unreachable',
    details: { why: 'ECONNREFUSED' },
  })
  await pool.end()
})

test('an error of ours stays what it is, and the transaction leaves nothing', async () => {
  const pool = database.pool('hearth_turn')
  const failing = transaction(pool, null, async (tx) => {
    await rowsOf(tx, "insert into sweep_mark values (2, 'x', now())")
    await rowsOf(tx, 'select nonsense')
  })
  await expect(failing).rejects.toMatchObject({ code: '42703' })
  expect(await rowOf(pool, 'select 1 from sweep_mark where bucket = 2')).toBeNull()
  expect(pool.idleCount).toBe(1)
})

test('times come back as milliseconds, counts as numbers', async () => {
  const pool = database.pool('hearth_turn')
  const at = Date.parse('2026-03-02T12:00:00.123+08:00')
  const row = await rowOf(pool, 'select $1::timestamptz as at, 5::bigint as n', [new Date(at)])
  expect(row).toEqual({ at, n: 5 })
})

test('the pool runs as its role, and what it can do is safe', async () => {
  const facts = await readServerFacts(database.pool('hearth_desk'))
  expect(facts).toMatchObject({ role: 'hearth_desk', superuser: false, login_superuser: false })
  expect(() => refuseUnsafe(facts)).not.toThrow()
})

test.each([
  ['fsync', { fsync: 'off' }],
  ['full_page_writes', { full_page_writes: 'off' }],
  ['synchronous_commit', { synchronous_commit: 'off' }],
  ['server_version', { version: 149999 }],
  ['role', { superuser: true }],
  ['role', { bypass: true }],
])('a database with an unsafe %s is refused', async (setting, change) => {
  const facts = await readServerFacts(database.pool('hearth_desk'))
  expect(() => refuseUnsafe({ ...facts, ...change })).toThrow(
    expect.objectContaining({
      code: 'database_unsafe',
      details: expect.objectContaining({ setting }),
    }),
  )
})

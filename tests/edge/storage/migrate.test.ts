import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, readMigrations } from '../../../src/edge/storage/migrate.ts'
import { openEmptyDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openEmptyDatabase()
})
afterAll(() => database.close())

test('five migrators at once apply every file once', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => migrate(database.url)))
  const names = readMigrations().map(({ name }) => name)
  expect(all.flatMap(({ applied }) => applied).sort()).toEqual(names)
  expect(await migrate(database.url)).toEqual({ applied: [], total: names.length })
})

test('a file that was edited after it ran is refused', async () => {
  await migrate(database.url)
  const [first, ...rest] = readMigrations()
  if (!first) throw new Error('no migration')
  const edited = [{ ...first, hash: 'other' }, ...rest]
  await expect(migrate(database.url, edited)).rejects.toMatchObject({
    code: 'migration_changed',
    details: { migration: first.name },
  })
})

test('a failing file leaves nothing behind', async () => {
  await migrate(database.url)
  const broken = { name: '9999-broken.sql', hash: 'x', sql: 'create table half (); select 1/0' }
  await expect(migrate(database.url, [...readMigrations(), broken])).rejects.toThrow()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query("select to_regclass('half') as half")
  await client.end()
  expect(rows).toEqual([{ half: null }])
})

test('a table in use makes a migration step back and try again', async () => {
  await migrate(database.url)
  const holder = new pg.Client({ connectionString: database.url })
  await holder.connect()
  await holder.query('begin; lock table sweep_mark in access exclusive mode')
  const file = {
    name: '9000-try.sql',
    hash: 'y',
    sql: 'alter table sweep_mark add column note text',
  }
  const running = migrate(database.url, [...readMigrations(), file])
  setTimeout(() => void holder.query('commit').then(() => holder.end()), 2_300)
  await expect(running).resolves.toMatchObject({ applied: [file.name] })
})

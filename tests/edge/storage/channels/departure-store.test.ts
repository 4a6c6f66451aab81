import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { departureStore } from '../../../../src/edge/storage/channels/departure-store.ts'
import { openDatabase, type TestDatabase } from '../../../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

test('the newest word counts, in whatever order they come', async () => {
  const departures = departureStore(database.pool('hearth_turn'))
  const who = randomUUID()
  expect(await departures.isGone(who)).toBe(false)
  await departures.leave(who, 2_000)
  expect(await departures.isGone(who)).toBe(true)
  await departures.back(who, 1_000)
  expect(await departures.isGone(who)).toBe(true)
  await departures.back(who, 3_000)
  expect(await departures.isGone(who)).toBe(false)
  await departures.leave(who, 2_500)
  expect(await departures.isGone(who)).toBe(false)
})

test('who never left needs no row', async () => {
  const pool = database.pool('hearth_turn')
  const who = randomUUID()
  await departureStore(pool).back(who, 1_000)
  const { rowCount } = await pool.query('select 1 from departure where conversation_id = $1', [who])
  expect(rowCount).toBe(0)
})

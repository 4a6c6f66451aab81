import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../src/core/time.ts'
import type { Pool } from '../../../src/edge/storage/pool.ts'
import { sweepSilence } from '../../../src/work/rounds/silence.ts'
import { createTurns } from '../../../src/work/turn/create-turns.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'
import { echo } from '../../support/echo-house.ts'
import { aMessage, turnParts } from '../../support/turns.ts'

let database: TestDatabase | undefined
let pool: Pool
beforeEach(async () => {
  await database?.close()
  database = await openDatabase()
  pool = database.pool('hearth_turn')
})
afterAll(() => database?.close())

/** Asks again after 15 minutes of silence, and after that never. */
function openHouse() {
  const clock = { now: Date.parse('2026-03-02T09:00:00+08:00') }
  const parts = turnParts(pool, {
    now: () => clock.now,
    converse: (house, talk, arrived) => {
      const reply = echo(house, talk, arrived)
      return arrived.incoming.kind === 'silence' ? { ...reply, wakeAt: null } : reply
    },
  })
  return { clock, parts, engine: createTurns(parts) }
}

async function kindsOf(conversation: string) {
  const { rows } = await pool.query(
    'select kind from turn where conversation_id = $1 order by seq',
    [conversation],
  )
  return rows.map(({ kind }) => kind)
}

test('silence is heard when it is due, once, and not before', async () => {
  const { clock, parts, engine } = openHouse()
  const { conversation } = await engine.receive(aMessage(randomUUID(), 'm1', '好'))
  clock.now += 14 * MINUTE
  expect(await sweepSilence(parts, engine)).toBe(0)
  clock.now += 2 * MINUTE
  expect(await sweepSilence(parts, engine)).toBe(1)
  expect(await sweepSilence(parts, engine)).toBe(0)
  clock.now += 10 * HOUR
  expect(await sweepSilence(parts, engine)).toBe(0)
  expect(await kindsOf(conversation)).toEqual(['text', 'silence'])
})

test('who has written since is not silent', async () => {
  const { clock, parts, engine } = openHouse()
  const user = randomUUID()
  await engine.receive(aMessage(user, 'm1', '好'))
  clock.now += 10 * MINUTE
  const { conversation } = await engine.receive(aMessage(user, 'm2', '好'))
  clock.now += 6 * MINUTE
  expect(await sweepSilence(parts, engine)).toBe(0)
  clock.now += 10 * MINUTE
  expect(await sweepSilence(parts, engine)).toBe(1)
  expect(await kindsOf(conversation)).toEqual(['text', 'text', 'silence'])
})

test('after days without a running house everybody who is due is heard', async () => {
  const { clock, parts, engine } = openHouse()
  const users = Array.from({ length: 350 }, () => randomUUID())
  await Promise.all(users.map((user) => engine.receive(aMessage(user, 'm1', '好'))))
  clock.now += 90 * HOUR
  const restarted = createTurns(parts)
  let total = 0
  for (let n = 0; n < 6; n++) total += await sweepSilence(parts, restarted)
  expect(total).toBe(350)
  const { rows } = await pool.query(`select count(*) as n from turn where kind = 'silence'`)
  expect(rows[0].n).toBe(350)
})

test('two processes that sweep at once hear each silence once', async () => {
  const { clock, parts, engine } = openHouse()
  const users = Array.from({ length: 60 }, () => randomUUID())
  await Promise.all(users.map((user) => engine.receive(aMessage(user, 'm1', '好'))))
  clock.now += 16 * MINUTE
  const other = createTurns(parts)
  await Promise.all([engine, other, engine, other].map((each) => sweepSilence(parts, each)))
  const { rows } = await pool.query(
    `select count(*) as n, count(distinct conversation_id) as c from turn where kind = 'silence'`,
  )
  expect(rows).toEqual([{ n: 60, c: 60 }])
})

test('a dialog that wants to be woken at once does not turn in a circle', async () => {
  const { clock, parts } = openHouse()
  const restless = createTurns({
    ...parts,
    converse: (house, talk, arrived) => ({ ...echo(house, talk, arrived), wakeAt: arrived.now }),
  })
  const { conversation } = await restless.receive(aMessage(randomUUID(), 'm1', '好'))
  clock.now += 1
  for (let n = 0; n < 5; n++) await sweepSilence(parts, restless)
  expect(await kindsOf(conversation)).toEqual(['text', 'silence'])
})

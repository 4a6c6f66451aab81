import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { turnStore } from '../../src/edge/storage/turn-store.ts'
import { RING } from '../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../support/database.ts'
import { judge } from '../support/oracle.ts'
import { aMessage, openEngine } from '../support/turns.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

const CONVERSATIONS = 30
const MESSAGES = 20

test('three processes that get every message at once make one log of it', async () => {
  const engines = [false, false, true].map((pipeline) => {
    const pool = database.pool('hearth_turn', { max: 6 })
    Object.assign(pool.options, { pipeline })
    return openEngine(pool, { limits: { backlog: 1e9 } })
  })
  const users = Array.from({ length: CONVERSATIONS }, () => randomUUID())
  const words = (n: number) => (n === 3 ? '开案' : n % 5 === 0 ? '补充' : `${n}`)
  const replies = await Promise.all(
    engines.flatMap((engine) =>
      users.flatMap((user) =>
        Array.from({ length: MESSAGES }, (_, n) =>
          engine.receive(aMessage(user, `m${n}`, words(n))),
        ),
      ),
    ),
  )
  await Promise.all(engines.map((engine) => engine.stop()))
  const conversations = [...new Set(replies.map(({ conversation }) => conversation))]
  expect(conversations.length).toBe(CONVERSATIONS)
  const count = (status: string) => replies.filter((reply) => reply.status === status).length
  const once = CONVERSATIONS * MESSAGES
  expect(count('answered') + count('pending')).toBe(once)
  expect(count('duplicate')).toBe(once * 2)
  const pool = database.pool('hearth_turn')
  const { rows } = await pool.query(`select count(*) as n, max(seq) as most from turn`)
  expect(rows).toEqual([{ n: once, most: MESSAGES }])
  expect(await judge(turnStore(pool, RING), conversations, [])).toEqual([])
  const deadlocks = await pool.query(
    'select deadlocks from pg_stat_database where datname = current_database()',
  )
  expect(deadlocks.rows).toEqual([{ deadlocks: 0 }])
})

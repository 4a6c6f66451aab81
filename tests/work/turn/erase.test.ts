import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Pool } from '../../../src/edge/storage/pool.ts'
import { runJobs } from '../../../src/work/rounds/jobs.ts'
import { createTurns } from '../../../src/work/turn/create-turns.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'
import { aMessage, openEngine, turnParts } from '../../support/turns.ts'

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await openDatabase()
  pool = database.pool('hearth_turn')
})
afterAll(() => database.close())

/** Every sealed value and wrapped key that the database holds. */
async function sealedOf(conversation: string) {
  const { rows } = await pool.query(
    `select 'turn' as at, sealed as value from turn where conversation_id = $1
     union all select 'key', data_key from conversation where id = $1
     union all select 'address', address from conversation where id = $1
     union all select 'case', sealed from help_case where conversation_id = $1
     union all select 'household', data_key from household where id in
       (select household_id from help_case where conversation_id = $1)
     union all select 'person', sealed from person where household_id in
       (select household_id from help_case where conversation_id = $1)
     union all select 'phone', phone_index from person where household_id in
       (select household_id from help_case where conversation_id = $1)
     union all select 'event', sealed from case_event where case_id in
       (select id from help_case where conversation_id = $1)`,
    [conversation],
  )
  return rows.filter(({ value }) => value !== null && value.length > 0).map(({ at }) => at)
}

test('who withdraws leaves no word and no key behind, and the turns still count', async () => {
  const parts = turnParts(pool)
  const engine = createTurns(parts)
  const user = randomUUID()
  await engine.receive(aMessage(user, 'm1', '开案 我叫顾小满'))
  const { conversation } = await engine.receive(aMessage(user, 'm2', '撤回'))
  const before = await sealedOf(conversation)
  expect(new Set(before)).toEqual(
    new Set(['turn', 'key', 'address', 'case', 'household', 'person', 'phone']),
  )
  await runJobs(parts, engine)
  expect(await sealedOf(conversation)).toEqual([])
  expect(await engine.readMessages(conversation, 0)).toEqual([])
  const { rows } = await pool.query(
    'select seq, kind from turn where conversation_id = $1 order by seq',
    [conversation],
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['text', 'text', 'erase'])
  const cases = await pool.query('select status from help_case where conversation_id = $1', [
    conversation,
  ])
  expect(cases.rows).toEqual([{ status: 'withdrawn' }])
})

test('who comes back after an erasure begins anew, also where the old key is remembered', async () => {
  const parts = turnParts(pool)
  const engine = createTurns(parts)
  const elsewhere = openEngine(pool)
  const user = randomUUID()
  await elsewhere.receive(aMessage(user, 'm1', '旧话'))
  const { conversation } = await elsewhere.receive(aMessage(user, 'm2', '撤回'))
  await runJobs(parts, engine)
  const back = await elsewhere.receive(aMessage(user, 'm3', '我又来了'))
  expect(back.messages[0]?.text).toBe('第1句：我又来了')
  const shown = await engine.readMessages(conversation, 0)
  expect(shown[0]?.text).toBe('我又来了')
  expect((await engine.receive(aMessage(user, 'm4', '嗯'))).messages[0]?.text).toBe('第2句：嗯')
})

test('an erasure that is tried twice does not take what was said since', async () => {
  const parts = turnParts(pool)
  const engine = createTurns(parts)
  const user = randomUUID()
  const { conversation } = await engine.receive(aMessage(user, 'm1', '撤回'))
  await runJobs(parts, engine)
  await engine.receive(aMessage(user, 'm2', '新话'))
  const bucket = Number.parseInt(conversation.slice(0, 2), 16)
  const detail = { conversation, seq: 1 }
  const order = { bucket, id: `erase:${conversation}`, kind: 'erase', dueAt: 0, detail } as const
  await parts.jobs.put([order])
  await runJobs(parts, engine)
  expect((await engine.readMessages(conversation, 0))[0]?.text).toBe('新话')
})

test('the old message that is delivered again after an erasure stays a duplicate', async () => {
  const parts = turnParts(pool)
  const engine = createTurns(parts)
  const user = randomUUID()
  await engine.receive(aMessage(user, 'm1', '撤回'))
  await runJobs(parts, engine)
  const again = await engine.receive(aMessage(user, 'm1', '撤回'))
  expect(again).toMatchObject({ status: 'duplicate', messages: [] })
  const next = await engine.receive(aMessage(user, 'm2', '你好'))
  expect(next.messages[0]?.text).toBe('第1句：你好')
})

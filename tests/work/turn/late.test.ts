import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { converse } from '../../../src/core/dialog/converse.ts'
import { MINUTE } from '../../../src/core/time.ts'
import { loadHouse } from '../../../src/edge/sources/house.ts'
import { DISTRICT, NOON } from '../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'
import { aMessage, openEngine } from '../../support/turns.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

test('the time of the platform decides what a message answers, the time of the house when it came', async () => {
  const house = await loadHouse(DISTRICT)
  const clock = { now: NOON }
  const pool = database.pool('hearth_turn')
  const engine = openEngine(pool, { converse, house: () => house, now: () => clock.now })
  const user = randomUUID()
  const say = (id: string, text: string, at = clock.now) =>
    engine.receive({ ...aMessage(user, id, text), channel: 'line', at })
  await say('m1', '你好')
  clock.now += MINUTE
  await say('m2', '好')
  clock.now += 1_000
  // Written before the question was asked, delivered by the platform after it.
  const late = await say('m3', '1', NOON + 30_000)
  expect(late.messages[0]?.text).toContain('晚了')
  const shown = await engine.readMessages(late.conversation, 0)
  expect(shown.findLast(({ from }) => from === 'resident')?.at).toBe(clock.now)
  // A platform whose clock runs ahead makes nobody late.
  const ahead = await say('m4', '1', clock.now + 10 * MINUTE)
  expect(ahead.messages[0]?.text).not.toContain('晚了')
  await engine.stop()
})

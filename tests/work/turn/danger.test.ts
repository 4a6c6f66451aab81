import { afterAll, beforeAll, expect, test } from 'vitest'
import { converse } from '../../../src/core/dialog/converse.ts'
import { loadHouse } from '../../../src/edge/sources/house.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'
import { aMessage, openEngine } from '../../support/turns.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

test('a first cry for help calls the duty with its case and street', async () => {
  const pool = database.pool('hearth_turn')
  const house = await loadHouse('310105')
  const engine = openEngine(pool, { converse, house: () => house })
  const preset = { kind: 'opened', preset: { street: '310105002' } } as const
  await engine.receive(aMessage('li', 'a', preset))
  await engine.receive(aMessage('li', 'b', '我不想活了，药都准备好了'))
  await engine.stop()
  const { rows } = await pool.query(
    `select a.tier, a.street_id, c.street_id as case_street, c.queue
     from alert a join help_case c on c.id = a.case_id`,
  )
  expect(rows).toEqual([
    { tier: 'imminent', street_id: '310105002', case_street: '310105002', queue: 'duty:310105' },
  ])
})

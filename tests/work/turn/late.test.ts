import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { converse } from '../../../src/core/dialog/converse.ts'
import { problem } from '../../../src/core/errors.ts'
import { MINUTE } from '../../../src/core/time.ts'
import { loadHouse } from '../../../src/edge/sources/house.ts'
import { type Pool, rowsOf } from '../../../src/edge/storage/pool.ts'
import { createTurns, type TurnEngine } from '../../../src/work/turn/create-turns.ts'
import { DISTRICT, NOON } from '../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'
import { aMessage, openEngine, turnParts } from '../../support/turns.ts'

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

test.each([
  ['in a rush', { limits: { keepFirst: 0 } }],
  ['where a turn takes long', { limits: { keepAfter: 1 }, sleep: (ms: number) => sleep(ms) }],
])(
  '%s a message is durable before it is answered, and then gone from the inbox',
  async (_, how) => {
    const pool = database.pool('hearth_turn')
    let think = () => {}
    const thinking = new Promise<void>((resolve) => {
      think = resolve
    })
    const parts = turnParts(pool, how)
    const { commit, ...turns } = parts.turns
    const slow = {
      ...turns,
      commit: async (...call: Parameters<typeof commit>) => {
        await thinking
        return commit(...call)
      },
    }
    const engine = createTurns({ ...parts, turns: slow })
    const user = randomUUID()
    const taken = await engine.take(aMessage(user, 'm1', '在吗'))
    const later = await engine.take(aMessage(user, 'm2', '还有一件事'))
    const again = await engine.take(aMessage(user, 'm1', '在吗'))
    expect(await inboxOf(pool, taken.conversation)).toEqual(['m1', 'm2'])
    expect(await engine.readMessages(taken.conversation, 0)).toEqual([])
    // Of this very process: nothing is fed in twice.
    expect(await engine.sweepInbox()).toBe(0)
    think()
    expect(await taken.answer).toMatchObject({ status: 'answered' })
    expect(await later.answer).toMatchObject({ status: 'answered' })
    expect(await again.answer).toMatchObject({ status: 'duplicate' })
    await engine.stop()
    expect(await inboxOf(pool, taken.conversation)).toEqual([])
    expect(await heardBy(engine, taken.conversation)).toEqual(['在吗', '还有一件事'])
  },
)

test('what a process took and could not answer is answered by the next one, once and in order', async () => {
  const pool = database.pool('hearth_turn')
  const parts = turnParts(pool, { limits: { keepFirst: 0 } })
  const dying = createTurns({
    ...parts,
    turns: { ...parts.turns, commit: () => Promise.reject(problem('unavailable')) },
  })
  const user = randomUUID()
  const { conversation, answer } = await dying.take(aMessage(user, 'm1', '一'))
  await dying.take(aMessage(user, 'm2', '二'))
  await expect(answer).rejects.toThrow()
  await dying.stop()
  expect(await inboxOf(pool, conversation)).toEqual(['m1', 'm2'])
  // One of them was answered after all, and only the inbox does not know.
  const next = createTurns(parts)
  await next.receive(aMessage(user, 'm1', '一'))
  expect(await next.sweepInbox()).toBeGreaterThanOrEqual(2)
  await next.stop()
  expect(await inboxOf(pool, conversation)).toEqual([])
  expect(await heardBy(next, conversation)).toEqual(['一', '二'])
})

async function inboxOf(pool: Pool, conversation: string) {
  const rows = await rowsOf<{ external_id: string }>(
    pool,
    'select external_id from inbox where conversation_id = $1 order by at, nth',
    [conversation],
  )
  return rows.map((row) => row.external_id)
}

async function heardBy(engine: TurnEngine, conversation: string) {
  const shown = await engine.readMessages(conversation, 0)
  return shown.filter(({ from }) => from === 'resident').map(({ text }) => text)
}

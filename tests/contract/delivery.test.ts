import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atShanghai, HOUR, MINUTE } from '../../src/core/time.ts'
import { jobStore } from '../../src/edge/storage/job-store.ts'
import type { Pool } from '../../src/edge/storage/pool.ts'
import { wait } from '../../src/edge/wait.ts'
import type { Sender, Sent } from '../../src/work/ports/sender.ts'
import { runJobs } from '../../src/work/rounds/jobs.ts'
import { startRounds } from '../../src/work/rounds/start-rounds.ts'
import { createTurns } from '../../src/work/turn/create-turns.ts'
import { openDatabase, type TestDatabase } from '../support/database.ts'
import { echo } from '../support/echo-house.ts'
import { type FakePlatform, openFakePlatform } from '../support/fake-platform.ts'
import { pushSender } from '../support/push-sender.ts'
import { aMessage, turnParts } from '../support/turns.ts'

let database: TestDatabase
let pool: Pool
let platform: FakePlatform
beforeAll(async () => {
  database = await openDatabase()
  pool = database.pool('hearth_turn', { max: 12 })
  platform = await openFakePlatform()
})
afterAll(async () => {
  await platform.close()
  await database.close()
})

const QUICK = { backoff: 20, backoffMost: 100, jobsEvery: 20 }

const pushed = (user: string, id: string, text: string) => ({
  ...aMessage(user, id, text),
  channel: 'line',
})

async function waitingIn(conversation?: string) {
  const { rows } = await pool.query(
    `select count(*) as n from turn where delivery = 1 and ($1::uuid is null or conversation_id = $1)`,
    [conversation ?? null],
  )
  return rows[0].n as number
}

test('through a troubled platform every message is shown once, in order', async () => {
  const parts = turnParts(pool, { sender: pushSender(platform.url), limits: QUICK })
  // Two processes that both take messages, send and come back to what failed.
  const engines = [createTurns(parts), createTurns(parts)]
  const rounds = engines.map((engine) => startRounds({ ...parts, wait }, engine))
  const users = Array.from({ length: 40 }, () => randomUUID())
  const expected = new Map<string, string[]>()
  await Promise.all(
    users.map(async (user, at) => {
      for (let n = 0; n < 8; n++) {
        const engine = engines[(at + n) % 2]
        const received = await engine?.receive(pushed(user, `m${n}`, `${n}`))
        const texts = received?.messages.map(({ text }) => text) ?? []
        expected.set(user, [...(expected.get(user) ?? []), ...texts])
      }
    }),
  )
  await expect.poll(() => waitingIn(), { timeout: 20_000 }).toBe(0)
  await Promise.all(rounds.map((each) => each.stop()))
  await Promise.all(engines.map((engine) => engine.stop()))
  for (const user of users) expect(platform.shown.get(user)).toEqual(expected.get(user))
  expect(platform.count.accepted).toBe(40 * 8 * 2)
  expect(platform.count.refused).toBe(0)
  expect(platform.count.repeated).toBeGreaterThan(0)
  const { rows } = await pool.query(`select count(*) as n from job where kind = 'deliver'`)
  expect(rows[0].n).toBe(0)
})

/** A channel that answers as it is told, and remembers what it was given. */
function scripted(answers: readonly Sent[]): Sender & { readonly keys: string[] } {
  const keys: string[] = []
  return {
    keys,
    isFetched: () => false,
    send: ({ key }) => {
      keys.push(key)
      return Promise.resolve(answers[keys.length - 1] ?? { status: 'sent' })
    },
  }
}

async function deliveryOf(conversation: string) {
  const { rows } = await pool.query(
    'select delivery from turn where conversation_id = $1 order by seq',
    [conversation],
  )
  return rows.map(({ delivery }) => delivery)
}

test('a try that is repeated carries the same key, another message another one', async () => {
  const sender = scripted([{ status: 'retry' }])
  const clock = { now: Date.now() }
  const parts = turnParts(pool, { sender, now: () => clock.now })
  const engine = createTurns(parts)
  const { conversation } = await engine.receive(pushed(randomUUID(), 'm1', '好'))
  await engine.stop()
  clock.now += HOUR
  await runJobs(parts, engine)
  expect(await deliveryOf(conversation)).toEqual([2])
  expect(sender.keys.length).toBe(3)
  expect(sender.keys[1]).toBe(sender.keys[0])
  expect(sender.keys[2]).not.toBe(sender.keys[0])
})

test('however much has gathered while a channel was away, all of it is sent', async () => {
  const clock = { now: Date.now() }
  const away = scripted(Array(100).fill({ status: 'retry' }))
  const engine = createTurns(turnParts(pool, { sender: away, now: () => clock.now }))
  const user = randomUUID()
  const sent = Array.from({ length: 50 }, (_, n) => engine.receive(pushed(user, `m${n}`, `${n}`)))
  const { conversation } = await Promise.all(sent).then(([first]) => first ?? { conversation: '' })
  await engine.stop()
  const sender = scripted([])
  const parts = turnParts(pool, { sender, now: () => clock.now })
  clock.now += 9 * MINUTE
  await runJobs(parts, createTurns(parts))
  expect(await deliveryOf(conversation)).toEqual(Array(50).fill(2))
  expect(new Set(sender.keys).size).toBe(100)
})

test('after a long absence only the newest question is asked', async () => {
  const clock = { now: Date.now() }
  const away = scripted(Array(100).fill({ status: 'retry' }))
  const engine = createTurns(turnParts(pool, { sender: away, now: () => clock.now }))
  const user = randomUUID()
  const heard = await Promise.all(
    Array.from({ length: 50 }, (_, n) => engine.receive(pushed(user, `m${n}`, `${n}`))),
  )
  await engine.stop()
  const sender = scripted([])
  const parts = turnParts(pool, { sender, now: () => clock.now })
  clock.now += HOUR
  await runJobs(parts, createTurns(parts))
  const conversation = heard[0]?.conversation ?? ''
  expect(sender.keys.length).toBe(2)
  const states = await settledOf(conversation)
  expect(
    states.filter(({ state, why }) => state === 'withheld' && why === 'overtaken').length,
  ).toBe(98)
})

async function settledOf(conversation: string) {
  const { rows } = await pool.query(
    'select seq, place, state, why from message_delivery where conversation_id = $1 order by seq, place',
    [conversation],
  )
  return rows as { seq: number; place: number; state: string; why: string | null }[]
}

test('a message that went out is not sent again when the next one of its turn has to wait', async () => {
  const sender = scripted([{ status: 'sent' }, { status: 'retry' }])
  const clock = { now: Date.now() }
  const parts = turnParts(pool, { sender, now: () => clock.now })
  const engine = createTurns(parts)
  const { conversation } = await engine.receive(pushed(randomUUID(), 'm1', '好'))
  await engine.stop()
  expect(await deliveryOf(conversation)).toEqual([1])
  clock.now += MINUTE
  await runJobs(parts, engine)
  expect(await deliveryOf(conversation)).toEqual([2])
  expect(sender.keys.length).toBe(3)
  expect(sender.keys[2]).toBe(sender.keys[1])
})

test('why a message did not arrive is kept with it', async () => {
  const sender = scripted([{ status: 'undeliverable', why: 'window' }, { status: 'unknown' }])
  const engine = createTurns(turnParts(pool, { sender }))
  const { conversation } = await engine.receive(pushed(randomUUID(), 'm1', '好'))
  await engine.stop()
  expect(await settledOf(conversation)).toEqual([
    { seq: 1, place: 0, state: 'failed', why: 'window' },
    { seq: 1, place: 1, state: 'unknown', why: null },
  ])
  expect(await deliveryOf(conversation)).toEqual([4])
})

test('an adviser sees of each message how far it got, and what stood on the screen', async () => {
  const sender = scripted([{ status: 'sent' }, { status: 'undeliverable', why: 'blocked' }])
  const clock = { now: Date.now() }
  const parts = turnParts(pool, { sender, now: () => clock.now })
  const engine = createTurns(parts)
  const { conversation } = await engine.receive(pushed(randomUUID(), 'm1', '好'))
  const states = async () =>
    (await engine.readMessages(conversation, 0)).map(({ delivery }) => delivery)
  await expect
    .poll(states)
    .toEqual([undefined, { state: 'sent', why: null }, { state: 'failed', why: 'blocked' }])
  const [, first] = await engine.readMessages(conversation, 0)
  await engine.seen(conversation, (first?.seq ?? 0) + 1_000)
  expect((await states())[1]).toEqual({ state: 'sent', why: null })
  await engine.seen(conversation, first?.seq ?? 0)
  await engine.seen(conversation, 1)
  expect((await states()).slice(1)).toEqual([
    { state: 'read', why: null },
    { state: 'failed', why: 'blocked' },
  ])
  await engine.stop()
})

test('what one turn says is one message on a channel that counts them', async () => {
  const sender = { ...scripted([]), merges: () => true }
  const engine = createTurns(turnParts(pool, { sender }))
  const { conversation } = await engine.receive(pushed(randomUUID(), 'm1', '好'))
  await engine.stop()
  expect(sender.keys.length).toBe(1)
  expect((await settledOf(conversation)).map(({ state }) => state)).toEqual(['sent', 'sent'])
})

test('what nobody asked for waits for the morning, an answer does not', async () => {
  const sender = scripted([])
  const clock = { now: atShanghai('2026-11-20', 22, 30) }
  const notices: typeof echo = (house, talk, arrived) => {
    const reply = echo(house, talk, arrived)
    return { ...reply, out: reply.out.map((each) => ({ ...each, urgency: 'notice' })) }
  }
  const parts = turnParts(pool, { sender, now: () => clock.now, converse: notices })
  const engine = createTurns(parts)
  const { conversation } = await engine.receive(pushed(randomUUID(), 'm1', '好'))
  await expect.poll(() => waitingIn(conversation)).toBe(0)
  expect(sender.keys.length).toBe(2)
  await engine.speakUp(conversation, 'check-in:1', { kind: 'check_in', case: 'c' })
  await engine.stop()
  clock.now = atShanghai('2026-11-21', 7, 59)
  await runJobs(parts, engine)
  expect(sender.keys.length).toBe(2)
  clock.now = atShanghai('2026-11-21', 8, 0)
  await runJobs(parts, engine)
  expect(sender.keys.length).toBe(4)
  expect(await deliveryOf(conversation)).toEqual([2, 2])
})

test('a receipt whose arrival nobody knows is tried three times, then a person is told', async () => {
  const sender = scripted(Array(10).fill({ status: 'unknown', why: 'timeout' }))
  const clock = { now: Date.now() }
  const receipts: typeof echo = (house, talk, arrived) => {
    const reply = echo(house, talk, arrived)
    return { ...reply, out: reply.out.slice(0, 1).map((each) => ({ ...each, urgency: 'receipt' })) }
  }
  const parts = turnParts(pool, { sender, now: () => clock.now, converse: receipts })
  const engine = createTurns(parts)
  const { conversation } = await engine.receive(pushed(randomUUID(), 'm1', '好'))
  await engine.stop()
  for (let n = 0; n < 4; n++) {
    clock.now += HOUR
    await runJobs(parts, engine)
  }
  expect(sender.keys.length).toBe(3)
  expect(new Set(sender.keys).size).toBe(1)
  expect(await settledOf(conversation)).toEqual([
    { seq: 1, place: 0, state: 'unknown', why: 'timeout' },
  ])
})

test('what cannot be delivered is marked and does not hold up what follows', async () => {
  const sender = scripted([{ status: 'undeliverable' }])
  const engine = createTurns(turnParts(pool, { sender }))
  const user = randomUUID()
  const { conversation } = await engine.receive(pushed(user, 'm1', '好'))
  await expect.poll(() => waitingIn(conversation)).toBe(0)
  await engine.receive(pushed(user, 'm2', '好'))
  await engine.stop()
  expect(await deliveryOf(conversation)).toEqual([4, 2])
})

test('a question whose arrival is unknown is not asked twice blindly', async () => {
  const sender = scripted([{ status: 'unknown' }])
  const engine = createTurns(turnParts(pool, { sender }))
  const { conversation } = await engine.receive(pushed(randomUUID(), 'm1', '好'))
  await engine.stop()
  expect(await deliveryOf(conversation)).toEqual([3])
  expect(new Set(sender.keys).size).toBe(sender.keys.length)
})

test('after a day nothing is repeated any more: it is unknown', async () => {
  const sender = scripted(Array(10).fill({ status: 'retry' }))
  const clock = { now: Date.now() }
  const parts = turnParts(pool, { sender, now: () => clock.now })
  const engine = createTurns(parts)
  const { conversation } = await engine.receive(pushed(randomUUID(), 'm1', '好'))
  await engine.stop()
  clock.now += 25 * HOUR
  await runJobs(parts, engine)
  expect(await deliveryOf(conversation)).toEqual([3])
  expect(sender.keys.length).toBe(1)
})

test('what a dead process did not send, another one sends', async () => {
  const clock = { now: Date.now() }
  const mute: Sender = { isFetched: () => false, send: () => new Promise(() => {}) }
  const dead = createTurns(turnParts(pool, { sender: mute, now: () => clock.now }))
  const { conversation } = await dead.receive(pushed(randomUUID(), 'm1', '好'))
  const sender = scripted([])
  const parts = turnParts(pool, { sender, now: () => clock.now })
  const alive = createTurns(parts)
  await expect
    .poll(
      async () => (await pool.query('select 1 from job where lease_until is not null')).rowCount,
    )
    .toBe(1)
  await runJobs(parts, alive)
  expect(await deliveryOf(conversation)).toEqual([1])
  clock.now += 30_000
  await runJobs(parts, alive)
  expect(await deliveryOf(conversation)).toEqual([2])
})

test('who outlived its lease puts nothing away', async () => {
  const jobs = jobStore(pool)
  const conversation = randomUUID()
  const bucket = Number.parseInt(conversation.slice(0, 2), 16)
  const id = `deliver:${conversation}`
  await jobs.put([{ bucket, id, kind: 'deliver', dueAt: 0, detail: { conversation, seq: 1 } }])
  const slow = await jobs.claimOne(bucket, id, 1_000, 2_000)
  const quick = await jobs.claimOne(bucket, id, 3_000, 4_000)
  if (!slow || !quick) throw new Error('both should have had it')
  await jobs.postpone(slow, 9_000, 1)
  expect(await jobs.finish(slow)).toBe(false)
  expect(await jobs.claimOne(bucket, id, 3_500, 4_500)).toBe(null)
  expect(await jobs.finish(quick)).toBe(true)
})

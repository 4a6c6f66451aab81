import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problem } from '../../../src/core/errors.ts'
import type { Incoming } from '../../../src/core/events/incoming.ts'
import { jobStore } from '../../../src/edge/storage/job-store.ts'
import type { Pool } from '../../../src/edge/storage/pool.ts'
import { turnStore } from '../../../src/edge/storage/turn-store.ts'
import { runJobs } from '../../../src/work/rounds/jobs.ts'
import { createTurns } from '../../../src/work/turn/create-turns.ts'
import type { TurnParts } from '../../../src/work/turn/parts.ts'
import { RING } from '../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'
import { echo } from '../../support/echo-house.ts'
import { aMessage, TEXTS, turnParts } from '../../support/turns.ts'

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await openDatabase()
  pool = database.pool('hearth_turn')
})
afterAll(() => database.close())

/** A house whose clock is set by hand, with its rounds run by hand. */
function openHouse(changes: Partial<TurnParts> = {}) {
  const clock = { now: Date.now() }
  const parts = turnParts(pool, { now: () => clock.now, ...changes })
  const engine = createTurns(parts)
  const rounds = async (times: number, step = 600_000) => {
    for (let n = 0; n < times; n++) {
      clock.now += step
      await runJobs(parts, engine)
    }
  }
  return { clock, parts, engine, rounds }
}

const textsOf = (shown: readonly { from: string; text: string }[]) =>
  shown.filter(({ from }) => from !== 'resident').map(({ text }) => text)

test('a message that breaks the dialog spoils neither its neighbours nor the next message', async () => {
  const { engine } = openHouse()
  const [poor, ...others] = Array.from({ length: 20 }, () => randomUUID())
  const replies = await Promise.all([
    engine.receive(aMessage(poor ?? '', 'm1', '坏')),
    ...others.map((user) => engine.receive(aMessage(user, 'm1', '好'))),
  ])
  expect(replies.map(({ status }) => status)).toEqual(['pending', ...others.map(() => 'answered')])
  const next = await engine.receive(aMessage(poor ?? '', 'm2', '还在吗'))
  expect(next).toMatchObject({ status: 'answered', messages: [{ text: '第1句：还在吗' }, {}] })
})

test('a message that could not be answered is answered once the trouble is over', async () => {
  let broken = true
  const { engine, rounds } = openHouse({
    converse: (house, talk, arrived) => {
      if (broken) throw new Error('no')
      return echo(house, talk, arrived)
    },
  })
  const { conversation, status } = await engine.receive(aMessage(randomUUID(), 'm1', '好'))
  expect(status).toBe('pending')
  await rounds(2)
  broken = false
  await rounds(3)
  expect(textsOf(await engine.readMessages(conversation, 0))[0]).toBe('第1句：好')
  const { rows } = await pool.query(
    'select seq, status from turn where conversation_id = $1 order by seq',
    [conversation],
  )
  expect(rows).toEqual([
    { seq: 1, status: 'answered' },
    { seq: 2, status: 'answered' },
  ])
})

test('after five tries a person is called once and the resident is told so once', async () => {
  const { engine, rounds } = openHouse()
  const { conversation } = await engine.receive(aMessage(randomUUID(), 'm1', '坏'))
  await rounds(4)
  expect(textsOf(await engine.readMessages(conversation, 0))).toEqual([])
  await rounds(4)
  expect(textsOf(await engine.readMessages(conversation, 0))).toEqual([TEXTS.handedOver])
  const alerts = await pool.query('select type from alert where conversation_id = $1', [
    conversation,
  ])
  expect(alerts.rows).toEqual([{ type: 'person_failed' }])
  const turns = await pool.query('select status from turn where conversation_id = $1', [
    conversation,
  ])
  expect(turns.rows.map(({ status }) => status)).toEqual(['quarantined', 'quarantined'])
})

const pipelined = () => {
  const piped = database.pool('hearth_turn')
  Object.assign(piped.options, { pipeline: true })
  return { turns: turnStore(piped, RING) }
}

test.each([
  ['plain', () => ({})],
  ['pipelined', pipelined],
])('a write that no table takes spoils only its own turn (%s connections)', async (_, changes) => {
  const { engine } = openHouse(changes())
  const poor = randomUUID()
  await engine.receive(aMessage(poor, 'm1', '开案'))
  const others = Array.from({ length: 5 }, () => randomUUID())
  const replies = await Promise.all([
    engine.receive(aMessage(poor, 'm2', '存不了')),
    ...others.map((user) => engine.receive(aMessage(user, 'm1', '开案'))),
  ])
  expect(replies.map(({ status }) => status)).toEqual(['pending', ...others.map(() => 'answered')])
})

test('above the backlog messages are acknowledged at once and answered later, in order', async () => {
  const { engine, rounds } = openHouse({ limits: { backlog: 1 } })
  const user = randomUUID()
  const sent = Array.from({ length: 6 }, (_, n) => engine.receive(aMessage(user, `m${n}`, `${n}`)))
  const replies = await Promise.all(sent)
  expect(replies.map(({ status }) => status)).toEqual(['answered', ...Array(5).fill('pending')])
  expect(replies.map(({ messages }) => messages.length)).toEqual([2, 1, 0, 0, 0, 0])
  const late = await engine.receive(aMessage(user, 'm6', '6'))
  expect(late.status).toBe('pending')
  await rounds(10)
  const said = textsOf(await engine.readMessages(late.conversation, 0))
  expect(said.filter((text) => text.startsWith('第'))).toEqual(
    Array.from({ length: 7 }, (_, n) => `第${n + 1}句：${n}`),
  )
  expect(said).toContain(TEXTS.received)
  expect((await engine.receive(aMessage(user, 'm7', '7'))).status).toBe('answered')
})

test('a case number that is taken is drawn again', async () => {
  const { parts, engine } = openHouse()
  const taken = parts.ids.fresh(randomUUID(), 1, 0).caseNumber
  const twins = createTurns({
    ...parts,
    ids: {
      ...parts.ids,
      fresh: (conversation, seq, attempt) => {
        const fresh = parts.ids.fresh(conversation, seq, attempt)
        return attempt === 0 ? { ...fresh, caseNumber: taken } : fresh
      },
    },
  })
  const users = [randomUUID(), randomUUID(), randomUUID()]
  const replies = await Promise.all(users.map((u) => twins.receive(aMessage(u, 'm1', '开案'))))
  expect(replies.every(({ status }) => status === 'answered')).toBe(true)
  const { rows } = await pool.query(
    'select number from help_case where conversation_id = any ($1::uuid[])',
    [replies.map(({ conversation }) => conversation)],
  )
  expect(rows.length).toBe(3)
  expect(rows.filter(({ number }) => number === taken).length).toBe(1)
  await engine.stop()
})

test('what fails for ever is put where operators see it', async () => {
  const { parts, rounds } = openHouse({ limits: { jobTries: 3 } })
  const jobs = jobStore(pool)
  const before = await jobs.dead()
  const conversation = randomUUID()
  const bucket = Number.parseInt(conversation.slice(0, 2), 16)
  const order = { bucket, id: `erase:${conversation}`, kind: 'erase', detail: { conversation } }
  await jobs.put([{ ...order, kind: 'nonsense' as 'erase', dueAt: parts.now() }])
  await rounds(6)
  expect(await jobs.dead()).toBe(before + 1)
})

test('when the answer to a commit is lost, the message that is sent again finds its reply', async () => {
  const { parts } = openHouse()
  let lost = true
  const engine = createTurns({
    ...parts,
    turns: {
      ...parts.turns,
      commit: async (turns) => {
        const won = await parts.turns.commit(turns)
        if (lost) throw problem('database_unreachable', { why: 'timeout' })
        return won
      },
    },
  })
  const user = randomUUID()
  await expect(engine.receive(aMessage(user, 'm1', '好'))).rejects.toMatchObject({ status: 503 })
  lost = false
  const again = await engine.receive(aMessage(user, 'm1', '好'))
  expect(again).toMatchObject({ status: 'duplicate', messages: [{ text: '第1句：好' }, {}] })
  expect((await engine.receive(aMessage(user, 'm2', '嗯'))).messages[0]?.text).toBe('第2句：嗯')
})

test('words of danger are answered at once, however many wait', async () => {
  const isUrgent = (incoming: Incoming) => incoming.kind === 'text' && incoming.text === '危险'
  const { engine } = openHouse({ limits: { backlog: 0 }, isUrgent })
  const user = randomUUID()
  expect((await engine.receive(aMessage(user, 'm1', '好'))).status).toBe('pending')
  expect((await engine.receive(aMessage(user, 'm2', '危险'))).status).toBe('answered')
  expect((await engine.receive(aMessage(user, 'm3', '好'))).status).toBe('pending')
})

test('a log learns where something broke, never what somebody wrote', async () => {
  const told: string[] = []
  const { engine } = openHouse({ report: (trouble) => told.push(JSON.stringify(trouble)) })
  await engine.receive(aMessage(randomUUID(), 'm1', '坏 我叫顾小满'))
  expect(told.join()).toContain('Error at echo-house.ts')
  expect(told.join()).not.toMatch(/顾小满|broke/)
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Pool } from '../../../src/edge/storage/pool.ts'
import type { TurnEngine } from '../../../src/work/turn/create-turns.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'
import { aMessage, openEngine } from '../../support/turns.ts'

let database: TestDatabase
let pool: Pool
let engine: TurnEngine
beforeAll(async () => {
  database = await openDatabase()
  pool = database.pool('hearth_turn')
  engine = openEngine(pool)
})
afterAll(async () => {
  await engine.stop()
  await database.close()
})

test('a message is answered, and both can be read again', async () => {
  const user = randomUUID()
  const received = await engine.receive(aMessage(user, 'm1', '你好'))
  expect(received).toMatchObject({ status: 'answered', messages: [{ text: '第1句：你好' }, {}] })
  const shown = await engine.readMessages(received.conversation, 0)
  expect(shown.map(({ from, text }) => [from, text])).toEqual([
    ['resident', '你好'],
    ['bot', '第1句：你好'],
    ['bot', received.messages[1]?.text],
  ])
  expect(shown.slice(1)).toEqual(received.messages)
})

test('the same message twice is one turn with the same reply', async () => {
  const user = randomUUID()
  const first = await engine.receive(aMessage(user, 'm1', '你好'))
  const again = await engine.receive(aMessage(user, 'm1', '你好'))
  expect(again).toEqual({ ...first, status: 'duplicate' })
  const both = await Promise.all(['m2', 'm2'].map((id) => engine.receive(aMessage(user, id, '嗯'))))
  expect(both.map(({ status }) => status).sort()).toEqual(['answered', 'duplicate'])
  expect(both[0]?.messages).toEqual(both[1]?.messages)
})

test('messages sent without waiting are answered one after the other, in order', async () => {
  const user = randomUUID()
  const sent = Array.from({ length: 30 }, (_, n) => engine.receive(aMessage(user, `m${n}`, `${n}`)))
  const replies = await Promise.all(sent)
  expect(replies.map(({ messages }) => messages[0]?.text)).toEqual(
    replies.map((_, n) => `第${n + 1}句：${n}`),
  )
})

test('only what comes after a known message is read', async () => {
  const user = randomUUID()
  const { conversation } = await engine.receive(aMessage(user, 'm1', '一'))
  await engine.receive(aMessage(user, 'm2', '二'))
  const all = await engine.readMessages(conversation, 0)
  for (const [at, { seq }] of all.entries()) {
    expect(await engine.readMessages(conversation, seq)).toEqual(all.slice(at + 1))
  }
})

test('an unknown conversation has no messages', async () => {
  expect(await engine.readMessages(randomUUID(), 0)).toEqual([])
})

test('a tap is shown by the words on the button', async () => {
  const options = [{ id: 'who#self', label: '我自己' }]
  const ask = openEngine(pool, {
    converse: (_house, _talk, { now }) => ({
      talk: { bundle: 'b', flow: 'f', snapshot: null, before: [], lastAt: now },
      out: [{ from: 'bot', text: '为谁求助？', urgency: 'question', options }],
      events: [],
      wakeAt: null,
    }),
  })
  const user = randomUUID()
  const first = await ask.receive(aMessage(user, 'm1', { kind: 'opened' }))
  expect(first.messages[0]).toMatchObject({ text: '为谁求助？\n1 我自己', options })
  await ask.receive(aMessage(user, 'm2', { kind: 'tap', option: 'who#self' }))
  const shown = await ask.readMessages(first.conversation, 0)
  expect(shown.map(({ text }) => text)).toEqual([
    '为谁求助？\n1 我自己',
    '我自己',
    '为谁求助？\n1 我自己',
  ])
})

test('a stopped engine takes nothing new and loses nothing that it took', async () => {
  const brief = openEngine(pool)
  const users = Array.from({ length: 20 }, () => randomUUID())
  const taken = users.map((user) => brief.receive(aMessage(user, 'm1', '你好')))
  const stopped = brief.stop()
  await expect(brief.receive(aMessage(randomUUID(), 'm1', '晚了'))).rejects.toMatchObject({
    code: 'unavailable',
  })
  await stopped
  expect((await Promise.all(taken)).every(({ status }) => status === 'answered')).toBe(true)
})

test('what is said to somebody else who has the floor is kept, and the dialog does not answer', async () => {
  const user = randomUUID()
  const careful = openEngine(pool, {
    isUrgent: (incoming) => incoming.kind === 'text' && incoming.text.includes('危险'),
  })
  await careful.receive(aMessage(user, 'm1', '你好'))
  const quiet = await careful.receive({ ...aMessage(user, 'm2', '和别人说'), quiet: true })
  expect(quiet).toMatchObject({ status: 'answered', messages: [] })
  const shown = await careful.readMessages(quiet.conversation, 0)
  expect(shown.at(-1)).toMatchObject({ from: 'resident', text: '和别人说' })
  const danger = await careful.receive({ ...aMessage(user, 'm3', '危险'), quiet: true })
  expect(danger.messages.length).toBeGreaterThan(0)
  const next = await careful.receive(aMessage(user, 'm4', '接着'))
  expect(next.messages[0]?.text).toBe('第3句：接着')
})

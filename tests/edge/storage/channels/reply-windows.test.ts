import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../../src/core/time.ts'
import { cursorStore } from '../../../../src/edge/storage/channels/cursor-store.ts'
import { replyWindowStore } from '../../../../src/edge/storage/channels/reply-window-store.ts'
import type { Pool } from '../../../../src/edge/storage/pool.ts'
import type { ReplyWindows } from '../../../../src/work/ports/reply-windows.ts'
import { NOON } from '../../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../../support/database.ts'

let database: TestDatabase
let pool: Pool
let windows: ReplyWindows
beforeAll(async () => {
  database = await openDatabase()
  pool = database.pool('hearth_turn')
  windows = replyWindowStore(pool)
})
afterAll(() => database.close())

const words = (at: number, id = 'm1') =>
  ({ kind: 'message', id, at, until: at + 48 * HOUR, messages: 5 }) as const
const touch = (at: number) =>
  ({ kind: 'touch', id: 't', at, until: at + MINUTE, messages: 3 }) as const

async function taken(talk: string, now: number, keep: number, times: number) {
  const kinds = []
  for (let n = 0; n < times; n++) kinds.push(await windows.take(talk, now, keep))
  return kinds
}

test('five messages for 48 hours, the last one for an adviser', async () => {
  const talk = randomUUID()
  expect(await windows.take(talk, NOON, 0)).toBe(null)
  await windows.open(talk, words(NOON))
  expect(await taken(talk, NOON + HOUR, 1, 6)).toEqual([...Array(4).fill('message'), null, null])
  expect(await windows.left(talk, NOON + HOUR)).toEqual({ messages: 1, until: NOON + 48 * HOUR })
  expect(await taken(talk, NOON + HOUR, 0, 2)).toEqual(['message', null])
  expect(await windows.left(talk, NOON + HOUR)).toBe(null)
})

test('after 48 hours nothing, however much is left', async () => {
  const talk = randomUUID()
  await windows.open(talk, words(NOON))
  expect(await windows.take(talk, NOON + 48 * HOUR, 0)).toBe(null)
})

test('a message that comes twice or late opens nothing anew, the next one does', async () => {
  const talk = randomUUID()
  await windows.open(talk, words(NOON))
  await taken(talk, NOON, 0, 5)
  await windows.open(talk, words(NOON))
  await windows.open(talk, words(NOON - MINUTE))
  expect(await windows.take(talk, NOON, 0)).toBe(null)
  await windows.open(talk, words(NOON + MINUTE))
  expect(await windows.left(talk, NOON + MINUTE)).toMatchObject({ messages: 5 })
})

test('two messages of one second open it twice', async () => {
  const talk = randomUUID()
  await windows.open(talk, words(NOON, 'm1'))
  await taken(talk, NOON, 0, 5)
  await windows.open(talk, words(NOON, 'm2'))
  await windows.open(talk, words(NOON, 'm2'))
  expect(await windows.left(talk, NOON)).toMatchObject({ messages: 5 })
  await taken(talk, NOON, 0, 2)
  await windows.open(talk, words(NOON, 'm2'))
  expect(await windows.left(talk, NOON)).toMatchObject({ messages: 3 })
})

test('a touch gives three in a minute, used before those of a message', async () => {
  const talk = randomUUID()
  await windows.open(talk, words(NOON))
  await windows.open(talk, touch(NOON))
  expect(await taken(talk, NOON, 1, 5)).toEqual(['touch', 'touch', 'touch', 'message', 'message'])
  const other = randomUUID()
  await windows.open(other, touch(NOON))
  expect(await windows.take(other, NOON + MINUTE, 0)).toBe(null)
})

test('what was surely not sent is given back; who left gets nothing', async () => {
  const talk = randomUUID()
  await windows.open(talk, words(NOON))
  await windows.giveBack(talk, (await windows.take(talk, NOON, 1)) ?? 'touch')
  expect(await windows.left(talk, NOON)).toMatchObject({ messages: 5 })
  await windows.close(talk)
  expect(await windows.take(talk, NOON, 0)).toBe(null)
})

test('takers at the same moment get no more than there are', async () => {
  const talk = randomUUID()
  await windows.open(talk, words(NOON))
  const all = await Promise.all(Array.from({ length: 12 }, () => windows.take(talk, NOON, 1)))
  expect(all.filter((kind) => kind === 'message')).toHaveLength(4)
})

test('windows that ended long ago are swept', async () => {
  const [old, open] = [randomUUID(), randomUUID()]
  await windows.open(old, words(NOON - 30 * 24 * HOUR))
  await windows.open(open, words(NOON + 30 * 24 * HOUR))
  expect(await windows.sweep(NOON)).toBe(1)
  expect(await windows.left(open, NOON)).toMatchObject({ messages: 5 })
})

test('a cursor begins when it is first read and stays where it was put', async () => {
  const cursors = cursorStore(pool)
  expect(await cursors.read('wecom-kf', 'wk1', NOON)).toEqual({ cursor: '', since: NOON })
  await cursors.keep('wecom-kf', 'wk1', 'page-7')
  const again = await cursors.read('wecom-kf', 'wk1', NOON + HOUR)
  expect(again).toEqual({ cursor: 'page-7', since: NOON })
  expect(await cursors.read('wecom-kf', 'wk2', NOON)).toMatchObject({ cursor: '' })
  expect(await cursors.accounts('wecom-kf')).toEqual(['wk1', 'wk2'])
  expect(await cursors.accounts('line')).toEqual([])
})

import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { HOUR } from '../../../../src/core/time.ts'
import { createWechaty } from '../../../../src/edge/channels/wechaty/create-wechaty.ts'
import { departureStore } from '../../../../src/edge/storage/channels/departure-store.ts'
import type { Pool } from '../../../../src/edge/storage/pool.ts'
import { wait } from '../../../../src/edge/wait.ts'
import type { ChannelSink } from '../../../../src/work/ports/channel.ts'
import { startRounds } from '../../../../src/work/rounds/start-rounds.ts'
import { createTurns } from '../../../../src/work/turn/create-turns.ts'
import { openDatabase, type TestDatabase } from '../../../support/database.ts'
import { turnParts } from '../../../support/turns.ts'
import { type Gateway, openGateway, TYPE } from './gateway.ts'

const HOME = mkdtempSync(join(tmpdir(), 'hearth-wechaty-'))
process.env.HOME = HOME

const ALONE = '请单独发给我'
const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

let database: TestDatabase
let pool: Pool
let gateway: Gateway
let house: House
beforeAll(async () => {
  database = await openDatabase()
  pool = database.pool('hearth_turn', { max: 8 })
  gateway = await openGateway()
  house = await openHouse(gateway)
  await signedIn(gateway, house)
})
afterAll(async () => {
  await house.stop()
  await gateway.die()
  await database.close()
})

/** Real engine, real store, real adapter; the far side is the protocol's own server. */
async function openHouse(
  { token, endpoint }: Gateway,
  change: (sink: ChannelSink) => ChannelSink = (sink) => sink,
) {
  const reports: object[] = []
  const out = { send: async () => ({ status: 'retry' }) as const } as Pick<
    ReturnType<typeof createWechaty>['channel'],
    'send'
  >
  const parts = turnParts(pool, {
    limits: { backoff: 20, backoffMost: 100, jobsEvery: 20 },
    sender: {
      isFetched: (channel) => channel !== 'wechaty',
      merges: () => true,
      send: (sending) => out.send(sending),
    },
  })
  const engine = createTurns(parts)
  const sink: ChannelSink = {
    take: engine.take,
    receive: engine.receive,
    conversationOf: engine.conversationOf,
    departures: departureStore(pool),
    keep: async () => ({ status: 'refused', why: 'kind' }),
    open: async () => ({ type: 'image/jpeg', bytes: PICTURE }),
    now: Date.now,
    wait: (ms) => wait(ms).done,
    report: (code, facts) => void reports.push({ code, ...facts }),
  }
  const settings = { token, endpoint, alone: ALONE, backoff: 200, probeEvery: 2_000 }
  const { channel } = createWechaty(settings, change(sink))
  Object.assign(out, { send: channel.send })
  await channel.start?.()
  const rounds = startRounds({ ...parts, wait }, engine)
  return {
    channel,
    engine,
    reports,
    stop: async () => {
      await channel.stop?.()
      await rounds.stop()
      await engine.stop()
    },
  }
}

type House = Awaited<ReturnType<typeof openHouse>>

async function signedIn(at: Gateway, { channel }: House) {
  await vi.waitFor(() => expect(channel.health().why).toBe('signed_out'), 10_000)
  at.signIn()
  await vi.waitFor(() => expect(channel.health().ok).toBe(true), 10_000)
}

const reads = (who: string, count: number) =>
  expect.poll(() => gateway.reads(who).length, { timeout: 10_000 }).toBe(count)

async function turnsOf(user: string) {
  const id = house.engine.conversationOf('wechaty', 'wxid_house', user)
  const { rows } = await pool.query('select 1 from turn where conversation_id = $1', [id])
  return rows.length
}

test('a talk over the wire: what is written is answered once, in order', async () => {
  const user = gateway.person()
  for (const text of ['一', '二', '三']) gateway.write(user, { text })
  await reads(user, 3)
  const order = gateway.reads(user).map((text) => /第(\d)句：(.)/.exec(text)?.slice(1, 3))
  expect(order).toEqual([
    ['1', '一'],
    ['2', '二'],
    ['3', '三'],
  ])
})

test('what the gateway brings again is one turn, also for a house that started anew', async () => {
  const user = gateway.person()
  const id = gateway.write(user, { text: '在' })
  await reads(user, 1)
  gateway.replay(id)
  await house.stop()
  house = await openHouse(gateway)
  await signedIn(gateway, house)
  gateway.replay(id)
  gateway.write(user, { text: '还在' })
  await reads(user, 2)
  expect(await turnsOf(user)).toBe(2)
})

test('pictures go both ways, and a message that is taken back names the one it was', async () => {
  const seen: object[] = []
  const other = await openGateway()
  const watched = await openHouse(other, (sink) => ({
    ...sink,
    receive: async (arrival) => {
      seen.push(arrival.incoming)
      return sink.receive(arrival)
    },
  }))
  await signedIn(other, watched)
  const user = other.person()
  const id = other.write(user, { type: TYPE.image, bytes: PICTURE })
  other.write(user, { type: TYPE.recalled, text: id })
  await expect.poll(() => seen.length, { timeout: 5_000 }).toBe(2)
  expect(seen).toEqual([
    { kind: 'media', media: 'image', count: 1, fetch: [id] },
    { kind: 'unsent', externalId: id },
  ])
  const fetched = await watched.channel.fetchMedia?.(id)
  expect(Buffer.from(fetched as Uint8Array).equals(PICTURE)).toBe(true)
  const sent = await watched.channel.send({
    to: { channel: 'wechaty', account: 'wxid_house', user },
    message: {
      ...{ from: 'adviser', text: '您看看', urgency: 'receipt' },
      media: { kind: 'image', files: ['f'] },
    },
    key: randomUUID(),
  })
  expect(sent).toEqual({ status: 'sent' })
  expect(other.gets(user).map((bytes) => bytes.equals(PICTURE))).toEqual([true])
  await watched.stop()
  await other.die()
})

test('a group is told once to write alone; an official account, money and ourselves are left', async () => {
  const user = gateway.person()
  const room = `${randomUUID()}@chatroom`
  for (const text of ['有人吗', '我家没钱了']) gateway.write(user, { text, room })
  await reads(room, 1)
  expect(gateway.reads(room)).toEqual([ALONE])
  const machine = gateway.person(true)
  gateway.write(machine, { text: '您关注的内容更新了' })
  gateway.write(user, { type: TYPE.transfer, text: '<xml/>' })
  gateway.write('wxid_house', { text: '自己' })
  gateway.write(user, { text: '在' })
  await reads(user, 1)
  expect(await turnsOf(user)).toBe(1)
  expect(await turnsOf(machine)).toBe(0)
  expect(gateway.reads(machine)).toEqual([])
})

test('what was written while nobody was signed in is kept, and of the questions only the last is asked', async () => {
  const user = gateway.person()
  const at = Date.now() - 2 * HOUR
  for (const text of ['一', '二', '三']) gateway.write(user, { text, at })
  await expect.poll(() => turnsOf(user), { timeout: 5_000 }).toBe(3)
  await reads(user, 1)
  expect(gateway.reads(user)[0]).toContain('第3句：三')
  await wait(1_000).done
  expect(gateway.reads(user).length).toBe(1)
})

test('who refuses us is not written to any more, until he writes again', async () => {
  const user = gateway.person()
  gateway.write(user, { text: '在' })
  await reads(user, 1)
  gateway.write(user, { text: '消息已发出，但被对方拒收了。' })
  const to = { channel: 'wechaty', account: 'wxid_house', user }
  const id = house.engine.conversationOf(to.channel, to.account, to.user)
  await expect.poll(() => departureStore(pool).isGone(id)).toBe(true)
  const message = { from: 'adviser', text: '您好', urgency: 'receipt' } as const
  const sent = await house.channel.send({ to, key: randomUUID(), message })
  expect(sent).toEqual({ status: 'undeliverable', why: 'blocked' })
  expect(await turnsOf(user)).toBe(1)
  gateway.write(user, { text: '我又来了' })
  await reads(user, 2)
})

test('the name on WeChat is asked of the gateway', async () => {
  const user = gateway.person()
  const name = await house.channel.nameOf?.({ channel: 'wechaty', account: 'wxid_house', user })
  expect(name).toMatch(/\S/)
})

test('a failure on the far side is told as what it is, and ends nothing', async () => {
  const user = gateway.person()
  gateway.mood = 'fails'
  const to = { channel: 'wechaty', account: 'wxid_house', user }
  const message = { from: 'bot', text: '您好', urgency: 'question' } as const
  const sent = await house.channel.send({ to, message, key: randomUUID() })
  expect(sent).toEqual({ status: 'unknown', why: 'invalid' })
  gateway.mood = 'well'
  expect(await house.channel.send({ to, message, key: randomUUID() })).toEqual({ status: 'sent' })
})

test('the gateway dies and comes back: no answer is lost, and health says how it is', async () => {
  const user = gateway.person()
  await gateway.die()
  await expect.poll(() => house.channel.health().ok, { timeout: 10_000 }).toBe(false)
  expect(await house.channel.fetchMedia?.('1')).toBe('later')
  const origin = { channel: 'wechaty', account: 'wxid_house', user }
  await house.engine.receive({
    ...{ ...origin, externalId: 'm1', at: Date.now() },
    incoming: { kind: 'text', text: '在' },
  })
  await wait(1_500).done
  await gateway.rise()
  await signedIn(gateway, house)
  await reads(user, 1)
  gateway.write(user, { text: '又在' })
  await reads(user, 2)
  expect(house.channel.health()).toMatchObject({ ok: true })
}, 60_000)

test('signed out is not healthy, and what is to be sent waits', async () => {
  const user = gateway.person()
  await gateway.signOut()
  await expect
    .poll(() => house.channel.health(), { timeout: 5_000 })
    .toMatchObject({
      ...{ ok: false, why: 'signed_out' },
    })
  const to = { channel: 'wechaty', account: 'wxid_house', user }
  const message = { from: 'bot', text: '您好', urgency: 'receipt' } as const
  const sent = await house.channel.send({ to, message, key: randomUUID() })
  expect(sent).toMatchObject({ status: 'retry', why: 'down' })
  gateway.signIn()
  await expect.poll(() => house.channel.health().ok, { timeout: 10_000 }).toBe(true)
})

test('while the store is away a message waits in the house, because nobody brings it again', async () => {
  let away = 2
  const other = await openGateway()
  const shaky = await openHouse(other, (sink) => ({
    ...sink,
    receive: (arrival) => (away-- > 0 ? Promise.reject(new Error('away')) : sink.receive(arrival)),
  }))
  await signedIn(other, shaky)
  const user = other.person()
  other.write(user, { text: '在' })
  await expect.poll(() => away, { timeout: 10_000 }).toBeLessThan(0)
  await expect.poll(() => other.reads(user).length, { timeout: 10_000 }).toBe(1)
  await shaky.stop()
  await other.die()
})

test('no contact card of anybody is left on the disk', () => {
  expect(existsSync(join(HOME, '.wechaty'))).toBe(false)
})

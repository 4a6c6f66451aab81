import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEvents } from '../../../../src/edge/channels/line/read-events.ts'
import {
  aFollow,
  aMessage,
  anEvent,
  anUnfollow,
  anUnsend,
  aTap,
  aText,
  aUser,
  inGroup,
} from '../../../support/fake-line/events.ts'

const ACCOUNT = `U${'0'.repeat(32)}`

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

const read = (...events: unknown[]) => readEvents(bytes({ destination: ACCOUNT, events }))?.events

/** What the only event of a body becomes. */
const one = (event: unknown) => read(event)?.[0]?.what

const user = aUser()

test('words, taps, pictures, places and taking back become what the house understands', () => {
  const text = aText(user, '家里没钱看病')
  expect(one(text)).toEqual({
    ...{ kind: 'said', user, externalId: text.message.id },
    incoming: { kind: 'text', text: '家里没钱看病' },
  })
  const tap = aTap(user, 'consent#yes')
  expect(one(tap)).toEqual({
    ...{ kind: 'said', user, externalId: tap.webhookEventId },
    incoming: { kind: 'tap', option: 'consent#yes' },
  })
  expect(one(aFollow(user))).toMatchObject({ incoming: { kind: 'opened' } })
  expect(one(anUnsend(user, '123'))).toMatchObject({
    incoming: { kind: 'unsent', externalId: '123' },
  })
  expect(one(anUnfollow(user))).toEqual({ kind: 'left', user })
  const line = { contentProvider: { type: 'line' } }
  const elsewhere = {
    contentProvider: { type: 'external', originalContentUrl: 'https://x.example' },
  }
  for (const media of ['image', 'audio', 'video', 'file']) {
    const message = aMessage(user, media, line)
    expect(one(message)).toMatchObject({
      externalId: message.message.id,
      incoming: { kind: 'media', media, count: 1, fetch: [message.message.id] },
    })
    expect(one(aMessage(user, media, elsewhere))).toMatchObject({
      incoming: { kind: 'media', media, count: 1 },
    })
    expect(JSON.stringify(one(aMessage(user, media, elsewhere)))).not.toContain('fetch')
  }
  const place = { title: '我家', address: '上海市长宁区华阳路', latitude: 31.2, longitude: 121.4 }
  expect(one(aMessage(user, 'location', place))).toMatchObject({
    incoming: { kind: 'text', text: '上海市长宁区华阳路 我家' },
  })
  expect(one(aMessage(user, 'location', { latitude: 31.2, longitude: 121.4 }))).toMatchObject({
    incoming: { kind: 'text', text: '31.2,121.4' },
  })
  const sticker = { packageId: '1', stickerId: '2', stickerResourceType: 'STATIC' }
  expect(one(aMessage(user, 'sticker', sticker))).toMatchObject({
    incoming: { kind: 'media', media: 'sticker' },
  })
  expect(one(aMessage(user, 'sticker', { ...sticker, text: '救命' }))).toMatchObject({
    incoming: { kind: 'text', text: '救命' },
  })
})

test('a group is no place for a request, and what the house has no use for is named and left', () => {
  const group = anEvent('message', inGroup('C1', user), {
    message: { type: 'text', id: '1', text: '在吗' },
  })
  expect(one(group)).toEqual({ kind: 'in_group', group: 'C1' })
  expect(one(anEvent('join', { type: 'room', roomId: 'R1' }))).toEqual({
    kind: 'in_group',
    group: 'R1',
  })
  expect(one(anEvent('leave', inGroup('C1', user)))).toEqual({ kind: 'ignored', type: 'leave' })
  expect(one(anEvent('beacon', { type: 'user', userId: user }))).toEqual({
    kind: 'ignored',
    type: 'beacon',
  })
  expect(one(aMessage(user, 'hologram', {}))).toEqual({ kind: 'ignored', type: 'message_hologram' })
  expect(one({ type: 'message' })).toEqual({ kind: 'ignored', type: 'unreadable' })
})

test('several events of one body come in the order in which they happened', () => {
  const [first, second, third] = [aText(user, '一'), aText(user, '二'), aText(user, '三')]
  const order = read(third, first, second)?.map(({ id }) => id)
  expect(order).toEqual([first, second, third].map(({ webhookEventId }) => webhookEventId))
})

test('standby and the reply token are told', () => {
  const standby = aText(user, '一', { mode: 'standby', replyToken: 'token' })
  expect(read(standby)?.[0]).toMatchObject({ isStandby: true, replyToken: 'token' })
  expect(read(aText(user, '一'))?.[0]).toMatchObject({ isStandby: false, replyToken: null })
})

/** Any JSON, and JSON that is nearly right: a real event with one field replaced by anything. */
const anything = fc.oneof(
  fc.json().map((json) => JSON.parse(json) as unknown),
  fc.constantFrom(null, '', -1, 1e308, [], {}, 'U'.repeat(5_000), '\ud800', '__proto__'),
)
const events = [
  aText(user, '在'),
  aTap(user, 'a#b'),
  aMessage(user, 'image', { contentProvider: { type: 'line' } }),
  aMessage(user, 'location', { address: '路' }),
  anUnsend(user, '1'),
]
const spoiled = fc
  .tuple(
    fc.constantFrom(...events),
    fc.constantFrom(
      'type',
      'source',
      'message',
      'postback',
      'unsend',
      'timestamp',
      'webhookEventId',
      'replyToken',
      'mode',
    ),
    anything,
  )
  .map(([event, field, value]) => ({ ...event, [field]: value }))

test('whatever a body holds, reading never throws and gives nothing unbounded', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(spoiled, anything), { maxLength: 6 }), (list) => {
      const webhook = readEvents(bytes({ destination: ACCOUNT, events: list }))
      expect(webhook?.events.length).toBe(list.length)
      for (const { id, at, replyToken, what } of webhook?.events ?? []) {
        expect(id).toMatch(/^[\w-]{1,64}$/)
        expect(at).toBeGreaterThanOrEqual(0)
        expect((replyToken ?? '').length).toBeLessThanOrEqual(256)
        if (what.kind === 'ignored') expect(what.type).toMatch(/^\w{1,40}$/)
        if (what.kind === 'said') expect(what.externalId).toMatch(/^[\w-]{1,64}$/)
      }
    }),
    { numRuns: 2_000 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => {
      expect(readEvents(raw)).toBe(null)
    }),
  )
})

test('a megabyte of brackets, of one word or of tiny events is read at once', () => {
  const began = performance.now()
  expect(readEvents(Buffer.from('['.repeat(1_000_000)))).toBe(null)
  expect(
    readEvents(
      Buffer.from(`{"destination":"U","events":${'['.repeat(450_000)}${']'.repeat(450_000)}}`),
    )?.events.length,
  ).toBe(1)
  expect(one(aText(user, '救'.repeat(300_000)))).toMatchObject({ kind: 'said' })
  const many = bytes({ destination: ACCOUNT, events: Array(300_000).fill(0) })
  expect(readEvents(many)).toBe(null)
  expect(performance.now() - began).toBeLessThan(3_000)
})

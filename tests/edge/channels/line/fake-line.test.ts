import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MINUTE } from '../../../../src/core/time.ts'
import {
  type FakeLine,
  openFakeLine,
  STRICTNESS,
  TOKEN,
} from '../../../support/fake-line/open-fake-line.ts'

let fake: FakeLine
let time = Date.now()
beforeAll(async () => {
  fake = await openFakeLine(() => time)
})
afterAll(() => fake.close())
beforeEach(() => {
  fake.broken.length = 0
})

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${fake.url}/v2/bot/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, ...headers },
    body: JSON.stringify(body),
  })

const push = async (message: object, key: string = randomUUID()) => {
  const body = { to: 'U1', messages: [message] }
  return (await post('message/push', body, { 'x-line-retry-key': key })).status
}

const chip = (label: string, data = 'a#b') => ({
  type: 'action',
  action: { type: 'postback', label, data, displayText: label },
})

test.each([
  ['no text', { type: 'text' }],
  ['an unknown type', { type: 'telegram', text: '您好' }],
  ['a text that is too long', { type: 'text', text: '好'.repeat(5_001) }],
  ['14 chips', { type: 'text', text: '好', quickReply: { items: Array(14).fill(chip('好')) } }],
  [
    'a label that is too long',
    { type: 'text', text: '好', quickReply: { items: [chip('好'.repeat(21))] } },
  ],
  [
    'data that is too long',
    { type: 'text', text: '好', quickReply: { items: [chip('好', 'x'.repeat(301))] } },
  ],
  [
    'a picture without https',
    { type: 'image', originalContentUrl: 'http://a', previewImageUrl: 'http://a' },
  ],
])(`the platform of the tests refuses %s (by ${STRICTNESS})`, async (_, message) => {
  expect(await push(message)).toBe(400)
  expect(fake.broken.length).toBeGreaterThan(0)
})

test('it takes a key once, and none that is no UUID', async () => {
  const key = randomUUID()
  const message = { type: 'text', text: '您好', quickReply: { items: [chip('好')] } }
  expect(await push(message, key)).toBe(200)
  expect(await push(message, key)).toBe(409)
  expect(await push(message, 'key')).toBe(400)
  expect(fake.shown('U1').length).toBe(1)
})

test('it takes a reply token once, within a minute, and without a retry key', async () => {
  const messages = [{ type: 'text', text: '您好' }]
  const reply = async (replyToken: string, headers = {}) =>
    (await post('message/reply', { replyToken, messages }, headers)).status
  const token = fake.issueToken('U2')
  expect(await reply(token, { 'x-line-retry-key': randomUUID() })).toBe(400)
  expect(await reply(token)).toBe(200)
  expect(await reply(token)).toBe(400)
  const late = fake.issueToken('U2')
  time += MINUTE + 1
  expect(await reply(late)).toBe(400)
})

test('it knows its own bearer, and dots last multiples of five seconds', async () => {
  const stranger = await post('message/push', {}, { authorization: 'Bearer nobody' })
  expect(stranger.status).toBe(401)
  const dots = async (loadingSeconds: number) =>
    (await post('chat/loading/start', { chatId: 'U3', loadingSeconds })).status
  expect([await dots(20), await dots(7), await dots(65)]).toEqual([202, 400, 400])
})

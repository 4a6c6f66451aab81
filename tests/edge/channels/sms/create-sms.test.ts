import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSms } from '../../../../src/edge/channels/sms/create-sms.ts'
import { type FakeSms, openFakeSms } from '../../../support/fake-sms.ts'

let gateway: FakeSms
beforeAll(async () => {
  gateway = await openFakeSms()
})
afterAll(() => gateway.close())

const opened = (secret = gateway.secret) => createSms({ url: gateway.url, secret, now: Date.now })
const sms = (key = randomUUID()) => ({ to: '13800138000', text: '请打开微信看回信。', key })

test('a signed message is taken, and the same key twice is one message', async () => {
  const before = gateway.shown.length
  const one = sms()
  expect(await opened().send(one)).toEqual({ status: 'sent' })
  expect(await opened().send(one)).toEqual({ status: 'sent' })
  expect(gateway.shown.slice(before)).toEqual([{ to: one.to, text: one.text }])
})

test('taken without an answer: the second try with its key says that it was taken', async () => {
  const before = gateway.shown.length
  gateway.next.push('silence')
  const one = sms()
  expect(await opened().send(one)).toEqual({ status: 'retry', why: 'down' })
  expect(await opened().send(one)).toEqual({ status: 'sent' })
  expect(gateway.shown.length).toBe(before + 1)
})

test.each([
  [429, { status: 'retry', why: 'rate' }],
  [500, { status: 'retry', why: 'down' }],
  [400, { status: 'undeliverable', why: 'invalid' }],
  [403, { status: 'retry', why: 'credentials' }],
] as const)('%i of the gateway is %j', async (status, outcome) => {
  gateway.next.push(status)
  expect(await opened().send(sms())).toEqual(outcome)
})

test('a wrong secret is seen in its health, and gone again with the right one', async () => {
  const wrong = opened('another secret of tests')
  expect(await wrong.send(sms())).toMatchObject({ status: 'retry', why: 'credentials' })
  expect(wrong.health()).toMatchObject({ ok: false, why: 'credentials' })
  const right = opened()
  await right.send(sms())
  expect(right.health().ok).toBe(true)
})

test('where nobody listens it says so', async () => {
  const config = { url: 'http://127.0.0.1:1/', secret: gateway.secret, now: Date.now }
  expect(await createSms(config).send(sms())).toEqual({ status: 'retry', why: 'down' })
})

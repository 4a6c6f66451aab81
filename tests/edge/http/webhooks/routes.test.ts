import { expect, test } from 'vitest'
import type { Webhook, WebhookRoute } from '../../../../src/work/ports/channel.ts'
import { createApp } from '../../../support/app.ts'

const route = (answer: WebhookRoute['answer'], more: Partial<WebhookRoute> = {}): WebhookRoute => ({
  method: 'POST',
  path: '/webhooks/tried',
  most: 1_000,
  answer,
  ...more,
})

test('a platform gets through with its bytes as it sent them, whatever it calls them', async () => {
  const seen: Webhook[] = []
  const answer: WebhookRoute['answer'] = async (webhook) => {
    seen.push(webhook)
    return { status: 200, body: { type: 'text/plain; charset=utf-8', text: 'success' } }
  }
  const { app } = await createApp({ webhooks: [route(answer)] })
  const payload = Buffer.from('{ "a":\t1,\u0000"乱": "\ud83d" }', 'utf8')
  for (const type of ['application/json', 'text/xml', 'application/x-www-form-urlencoded', 'x/y']) {
    const headers = { 'content-type': type, 'x-signature': 's' }
    const url = '/webhooks/tried?nonce=1&nonce=2'
    const answered = await app.inject({ method: 'POST', url, headers, payload })
    expect(answered.statusCode).toBe(200)
    expect(answered.body).toBe('success')
    expect(answered.headers['content-type']).toContain('text/plain')
  }
  expect(seen.length).toBe(4)
  for (const { body, query, headers } of seen) {
    expect(Buffer.from(body).equals(payload)).toBe(true)
    expect(query).toEqual({ nonce: '1' })
    expect(headers['x-signature']).toBe('s')
  }
  await app.close()
})

test('a body over the limit of its address is refused, one without a body is asked', async () => {
  const sizes: number[] = []
  const answer: WebhookRoute['answer'] = async ({ body }) => {
    sizes.push(body.length)
    return { status: 200 }
  }
  const { app } = await createApp({
    webhooks: [route(answer), route(answer, { method: 'GET' })],
  })
  const post = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/webhooks/tried',
      payload,
      headers: { 'content-type': 'a/b' },
    })
  expect((await post('x'.repeat(1_001))).statusCode).toBe(413)
  expect((await post('x'.repeat(1_000))).statusCode).toBe(200)
  expect((await app.inject({ method: 'GET', url: '/webhooks/tried' })).statusCode).toBe(200)
  expect(sizes).toEqual([1_000, 0])
  await app.close()
})

test('platforms speak for many: no rate by address, but a bound on what is under way', async () => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const answer: WebhookRoute['answer'] = async () => {
    await gate
    return { status: 200 }
  }
  const { app } = await createApp({ webhooks: [route(answer)] })
  const calls = Array.from({ length: 4_000 }, () =>
    app.inject({ method: 'POST', url: '/webhooks/tried' }).then(({ statusCode }) => statusCode),
  )
  await new Promise((resolve) => setTimeout(resolve, 200))
  release()
  const codes = await Promise.all(calls)
  expect(codes.filter((code) => code === 200).length).toBe(512)
  expect(codes.filter((code) => code === 503).length).toBe(4_000 - 512)
  const again = await app.inject({ method: 'POST', url: '/webhooks/tried' })
  expect(again.statusCode).toBe(200)
  await app.close()
})

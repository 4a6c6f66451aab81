import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, openApi } from '../../../src/edge/wechat/call-api.ts'

let answer: (response: ServerResponse) => void = (response) => response.end('{}')
const server = createServer((_, response) => answer(response))
let api: Api
let seen = 0
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const tokens = { get: async () => `token-${seen++}`, refused: () => {} }
  api = openApi(`http://127.0.0.1:${port}/`, tokens)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const post = (ms = 1_000) => api.post('/x', { a: 1 }, AbortSignal.timeout(ms))
const UNKNOWN = { status: 'unknown' }

test.each([
  ['no JSON', '<html>'],
  ['nothing', ''],
  ['a list', '[]'],
  ['a word', '"ok"'],
  ['null', 'null'],
  ['a code that is no number', '{"errcode":"0"}'],
  ['cut off', '{"errcode":0,'],
  ['broken UTF-8', Buffer.from([0xff, 0x7b])],
])('an answer that is %s leaves it unknown', async (_, body) => {
  answer = (response) => response.end(body)
  expect(await post()).toEqual(UNKNOWN)
})

test.each([500, 502, 404, 301])('status %d leaves it unknown', async (status) => {
  answer = (response) =>
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('{"errcode":0}')
  expect(await post()).toEqual(UNKNOWN)
})

test('an endless answer and one that never comes end in time', async () => {
  const began = performance.now()
  answer = (response) => {
    const more = () => response.write('x'.repeat(1 << 20), () => response.destroyed || more())
    more()
  }
  expect(await post(3_000)).toEqual(UNKNOWN)
  answer = () => {}
  expect(await post(200)).toEqual(UNKNOWN)
  expect(performance.now() - began).toBeLessThan(4_000)
})

test('where nobody listens, or the time was over before, nothing was sent', async () => {
  const tokens = { get: async () => 't', refused: () => {} }
  const gone = createServer()
  await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done))
  const { port } = gone.address() as AddressInfo
  await new Promise((done) => gone.close(done))
  const nobody = openApi(`http://127.0.0.1:${port}`, tokens)
  expect(await nobody.post('/x', {}, AbortSignal.timeout(1_000))).toEqual({
    status: 'not_sent',
    why: 'down',
  })
  expect(await api.post('/x', {}, AbortSignal.abort())).toMatchObject({ status: 'not_sent' })
})

test('a token that is refused twice, or is not to be had, is a matter of our access', async () => {
  answer = (response) => response.end('{"errcode":42001}')
  const before = seen
  expect(await post()).toEqual({ status: 'not_sent', why: 'credentials' })
  expect(seen - before).toBe(2)
  const none = openApi('http://127.0.0.1:1', { get: async () => null, refused: () => {} })
  expect(await none.post('/x', {}, AbortSignal.timeout(100))).toMatchObject({ why: 'credentials' })
})

test('a file larger than it may be is left', async () => {
  answer = (response) =>
    response.setHeader('content-type', 'image/jpeg').end(Buffer.alloc(5_000, 1))
  const get = (most: number) => api.download('/f', most, AbortSignal.timeout(1_000))
  expect(await get(4_999)).toEqual(UNKNOWN)
  expect(await get(5_000)).toHaveLength(5_000)
})

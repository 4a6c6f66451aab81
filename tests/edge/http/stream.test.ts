import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, type TriedApp } from '../../support/app.ts'

let tried: TriedApp
let url: string
let token: string
beforeEach(async () => {
  tried = await createApp()
  url = await tried.app.listen({ port: 0, host: '127.0.0.1' })
  const started = await fetch(`${url}/api/chat/conversations`, { method: 'POST' })
  token = ((await started.json()) as { token: string }).token
})
afterEach(() => tried.app.close())

const authorization = () => ({ authorization: `Bearer ${token}` })

const say = (text: string) =>
  fetch(`${url}/api/chat/messages`, {
    method: 'POST',
    headers: { ...authorization(), 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), text }),
  })

/** Reads a stream until `enough` messages came; gives their ids and texts. */
async function listen(headers: Record<string, string>, enough: number, query = '') {
  const stop = new AbortController()
  const answer = await fetch(`${url}/api/chat/stream${query}`, {
    headers: { ...authorization(), ...headers },
    signal: stop.signal,
  })
  const read = async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.split('event: message').length > enough) break
    }
    stop.abort()
    const found = [...text.matchAll(/id: (\d+)\nevent: message\ndata: (.*)\n/g)]
    return found.map(([, id, data]) => ({ id: Number(id), ...JSON.parse(data ?? '') }))
  }
  return { answer, messages: read() }
}

test('a stream gives what was there and what comes, each once, with seqs as ids', async () => {
  const { answer, messages } = await listen({}, 6)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  await say('一')
  await say('二')
  const all = await messages
  expect(all.map(({ text }) => text.split('\n')[0])).toEqual([
    '您好，我是小助手（不是真人）。急事请打 110。',
    '我们会记下您说的话，用来帮您。可以吗？',
    '一',
    '好的，记下了：一',
    '二',
    '好的，记下了：二',
  ])
  expect(all.every(({ id, seq }) => id !== undefined && seq > 0)).toBe(true)
})

test('a stream that broke goes on after Last-Event-ID, before `after`', async () => {
  await say('一')
  const { messages } = await listen({ 'last-event-id': '18' }, 2, '?after=0')
  expect((await messages).map(({ text }) => text)).toEqual(['一', '好的，记下了：一'])
})

test('no token, no stream', async () => {
  const answer = await fetch(`${url}/api/chat/stream`)
  expect(answer.status).toBe(401)
})

test('shutting down ends open streams at once', async () => {
  const { answer } = await listen({}, 99)
  const before = Date.now()
  await tried.app.close()
  expect(Date.now() - before).toBeLessThan(2_000)
  expect(answer.bodyUsed).toBe(true)
})

test('a reader that does not read is dropped, and the house goes on', async () => {
  const { port } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1')
  socket.pause()
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.on('error', () => {})
  socket.write(`GET /api/chat/stream HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const long = '长'.repeat(9_000)
  for (let n = 0; n < 50; n++) {
    tried.pass(1_000)
    await say(long)
    // The paper house keeps every message, so each bell brings 27 kB more than a stalled reader takes.
    await Promise.all(Array.from({ length: 4 }, () => say(long)))
    tried.pass(5_000)
  }
  socket.resume()
  await closed
  expect((await say('还在')).status).toBe(200)
})

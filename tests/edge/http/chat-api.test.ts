import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, type TriedApp } from '../../support/app.ts'

let tried: TriedApp
let token: string
beforeEach(async () => {
  tried = await createApp()
  token = (await start()).json().token
})
afterEach(() => tried.app.close())

const start = (payload: object = {}) =>
  tried.app.inject({ method: 'POST', url: '/api/chat/conversations', payload })

const send = (payload: object | string, bearer = token) =>
  tried.app.inject({
    method: 'POST',
    url: '/api/chat/messages',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

const read = (after = 0, bearer = token) =>
  tried.app.inject({
    url: `/api/chat/messages?after=${after}`,
    headers: { authorization: `Bearer ${bearer}` },
  })

test('a conversation starts with what the bot says, and its options are in the text too', async () => {
  const started = await start({ preset: '310105001' })
  expect(started.statusCode).toBe(201)
  const { conversation, messages } = started.json()
  expect(conversation).toMatch(/^[0-9a-f-]{36}$/)
  expect(messages.at(-1)).toMatchObject({ from: 'bot', options: [{ id: 'consent#yes' }, {}] })
  expect(messages.at(-1).text).toContain('\n1 同意，开始\n2 先不')
})

test('a preset that is no place of ours is refused with its field', async () => {
  const answer = await start({ preset: '999999999' })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ code: 'bad_request', field: 'preset' })
})

test('a terminal and a browser have conversations of their own', async () => {
  const terminal = (await start({ channel: 'terminal' })).json()
  expect(terminal.token).toMatch(/^terminal\./)
  expect((await read(0, terminal.token)).statusCode).toBe(200)
})

test('the reply to a message comes back at once, and can be read again after a seq', async () => {
  const reply = (await send({ id: randomUUID(), text: '老伴住院' })).json()
  expect(reply.messages).toMatchObject([{ from: 'bot', text: '好的，记下了：老伴住院' }])
  const all = (await read()).json().messages
  expect(all.map((each: { from: string }) => each.from)).toEqual(['bot', 'bot', 'resident', 'bot'])
  const later = (await read(all[2].seq)).json().messages
  expect(later).toEqual(all.slice(3))
})

test('a page tells what stood on its screen, for its own talk alone', async () => {
  const tell = (body: object, bearer = token) =>
    tried.app.inject({
      ...{ method: 'POST', url: '/api/chat/seen', payload: body },
      headers: { authorization: `Bearer ${bearer}` },
    })
  expect((await tell({ seq: 17 })).statusCode).toBe(204)
  expect((await tell({ seq: 17 }, 'web.nobody')).statusCode).toBe(401)
  expect((await tell({ seq: -1 })).statusCode).toBe(400)
})

test('the same id posted many times at once gets the same reply and is heard once', async () => {
  const id = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => send({ id, text: '两遍' })))
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
  expect((await read()).json().messages).toHaveLength(4)
})

test('ten thousand characters are taken whole, also when written as escapes; one more is too large', async () => {
  const story = '我'.repeat(10_000)
  const escaped = JSON.stringify({ id: randomUUID(), text: story }).replaceAll('我', '\\u6211')
  expect((await send(escaped)).statusCode).toBe(200)
  expect((await read()).json().messages[2].text).toBe(story)
  const longer = await send({ id: randomUUID(), text: `${story}我` })
  expect(longer.statusCode).toBe(413)
  expect(longer.json()).toMatchObject({ code: 'too_large', field: 'text' })
  expect(longer.json().message).toContain('分成几段')
})

test('a body over the limit is refused before it is read', async () => {
  const answer = await send(JSON.stringify({ id: randomUUID(), text: 'x'.repeat(70_000) }))
  expect(answer.statusCode).toBe(413)
  expect(answer.json().code).toBe('too_large')
})

test('NUL bytes and half characters do not reach the house', async () => {
  await send({ id: randomUUID(), text: 'a\0b\uD800c' })
  expect((await read()).json().messages[2].text).toBe('ab\uFFFDc')
})

test.each([
  ['{not json', 400, 'bad_json'],
  ['', 400, 'bad_json'],
  ['{"__proto__":{"a":1}}', 400, 'bad_json'],
  ['[]', 400, 'bad_request'],
  ['null', 400, 'bad_request'],
  ['{"id":"no uuid","text":"x"}', 400, 'bad_request'],
  [`{"id":"${randomUUID()}"}`, 400, 'bad_request'],
  [`{"id":"${randomUUID()}","text":5}`, 400, 'bad_request'],
  [`{"id":"${randomUUID()}","text":"  "}`, 400, 'bad_request'],
  [`{"id":"${randomUUID()}","text":"x","more":1}`, 400, 'bad_request'],
])('the body %s is answered %i %s', async (body, status, code) => {
  const answer = await send(body)
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
})

test.each([
  ['text/plain', 415],
  ['application/xml', 415],
])('a body of type %s is answered %i', async (type, status) => {
  const answer = await tried.app.inject({
    method: 'POST',
    url: '/api/chat/messages',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    payload: 'x',
  })
  expect([answer.statusCode, answer.json().code]).toEqual([status, 'unsupported_type'])
})

test.each(['', 'short', 'A'.repeat(43), `terminal.${'A'.repeat(43)}`, '../../etc/passwd'])(
  'the token "%s" was never given out: not signed in',
  async (wrong) => {
    for (const answer of [
      await send({ id: randomUUID(), text: 'x' }, wrong),
      await read(0, wrong),
    ]) {
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'not_signed_in'])
    }
  },
)

test('one conversation may burst, is then asked to wait, and goes on after the wait', async () => {
  const codes = []
  for (let n = 0; n < 130; n++) codes.push((await send({ id: randomUUID(), text: 'x' })).statusCode)
  expect(codes.filter((code) => code === 200)).toHaveLength(120)
  const refused = await send({ id: randomUUID(), text: 'x' })
  expect(refused.statusCode).toBe(429)
  expect(refused.headers['retry-after']).toBe('1')
  expect(refused.json().code).toBe('too_many')
  tried.pass(1_000)
  expect((await send({ id: randomUUID(), text: 'x' })).statusCode).toBe(200)
})

test('a whole office behind one address is served; a flood from one address is not', async () => {
  const codes = []
  for (let n = 0; n < 3_100; n++) codes.push((await read()).statusCode)
  expect(codes.slice(0, 2_900).every((code) => code === 200)).toBe(true)
  expect(codes.at(-1)).toBe(429)
})

test('a cookie speaks for its conversation only from our own pages', async () => {
  const headers = { cookie: `hearth=${token}`, 'content-type': 'application/json' }
  const post = (more: object) =>
    tried.app.inject({
      method: 'POST',
      url: '/api/chat/messages',
      headers: { ...headers, ...more },
      payload: { id: randomUUID(), text: 'x' },
    })
  expect((await post({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
  expect((await post({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await post({ origin: 'https://evil.example', host: 'hearth.example' })).statusCode).toBe(
    403,
  )
  expect((await post({ origin: 'null' })).statusCode).toBe(403)
})

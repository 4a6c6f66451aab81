import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadTexts } from '../../../../src/edge/sources/texts.ts'
import { REFUSALS } from '../../../../src/work/ports/files.ts'
import { createApp, type TriedApp } from '../../../support/app.ts'

let tried: TriedApp
let token: string
beforeEach(async () => {
  tried = await createApp()
  const started = await tried.app.inject({ method: 'POST', url: '/api/chat/conversations' })
  token = started.json().token
})
afterEach(() => tried.app.close())

const BOUNDARY = 'cut-here'

/** A part of a form: a field, or a file with its name. */
const part = (name: string, content: string, file?: string) =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${
    file === undefined ? '' : `; filename="${file}"\r\ncontent-type: image/png`
  }\r\n\r\n${content}\r\n`

const send = (payload: string, bearer = token) =>
  tried.app.inject({
    method: 'POST',
    url: '/api/chat/files',
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload,
  })

const END = `--${BOUNDARY}--\r\n`
const read = async () =>
  (
    await tried.app.inject({
      url: '/api/chat/messages',
      headers: { authorization: `Bearer ${token}` },
    })
  ).json().messages

const get = (id: string, headers: object = {}, bearer = token) =>
  tried.app.inject({
    url: `/api/chat/files/${id}`,
    headers: { authorization: `Bearer ${bearer}`, ...headers },
  })

test('two photos are one message, and the resident sees them again', async () => {
  const form =
    part('id', randomUUID()) + part('files', 'photo one', '1.png') + part('files', 'two', '2.png')
  const answer = await send(form + END)
  expect(answer.statusCode).toBe(200)
  const { kept, refused, messages } = answer.json()
  expect([kept.length, refused, messages.length]).toEqual([2, [], 1])
  expect((await read()).at(-2)).toMatchObject({
    from: 'resident',
    media: { kind: 'image', files: kept },
  })
  const file = await get(kept[0])
  expect([file.statusCode, file.body]).toEqual([200, 'photo one'])
  expect(file.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline; filename="image.jpg"',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  })
})

test('a form sent again after a broken line is heard once', async () => {
  const form = part('id', randomUUID()) + part('files', 'photo', '1.png') + END
  const [first, again] = [await send(form), await send(form)]
  expect(again.json()).toEqual(first.json())
  expect((await read()).filter((each: { media?: object }) => each.media)).toHaveLength(1)
})

test('players may ask for a part', async () => {
  const answer = await send(part('id', randomUUID()) + part('files', '0123456789', 'a.png') + END)
  const [id] = answer.json().kept
  const middle = await get(id, { range: 'bytes=2-5' })
  expect([middle.statusCode, middle.body, middle.headers['content-range']]).toEqual([
    206,
    '2345',
    'bytes 2-5/10',
  ])
  expect((await get(id, { range: 'bytes=50-' })).statusCode).toBe(200)
})

test('the seventh file and one that is too large are refused with sentences, the others kept', async () => {
  const six = Array.from({ length: 6 }, (_, n) => part('files', `photo ${n}`, `${n}.png`)).join('')
  const seven = part('id', randomUUID()) + six + part('files', 'seventh', '7.png') + END
  const answer = (await send(seven)).json()
  expect([answer.kept.length, answer.refused]).toEqual([
    6,
    [{ why: 'full', message: expect.stringContaining('最多收六张') }],
  ])
  const large = part('files', 'x'.repeat(5_000_001), 'large.png')
  const mixed = await send(part('id', randomUUID()) + large + part('files', 'small', 's.png') + END)
  expect(mixed.json()).toMatchObject({ kept: [{}], refused: [{ why: 'too_large' }] })
  const alone = await send(part('id', randomUUID()) + large + END)
  expect([alone.statusCode, alone.json().code]).toEqual([413, 'too_large'])
  expect(alone.json().message).toContain('太大了')
})

test.each([
  ['no file', () => part('id', randomUUID()) + END, 'files'],
  ['an empty field', () => part('id', randomUUID()) + part('files', '', '') + END, 'files'],
  ['no id', () => part('files', 'photo', '1.png') + END, 'id'],
  ['a strange id', () => part('id', 'x') + part('files', 'photo', '1.png') + END, 'id'],
])('a form with %s is answered with its field', async (_what, form, field) => {
  const answer = await send(form())
  expect([answer.statusCode, answer.json().field]).toEqual([400, field])
})

test.each([
  ['cut off', () => part('id', randomUUID()) + part('files', 'photo', '1.png').slice(0, -9)],
  ['no form at all', () => 'photo'],
])('a form that is %s is a bad request, and the talk goes on', async (_what, form) => {
  const answer = await send(form())
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad_request'])
  expect((await read()).length).toBeGreaterThan(0)
})

test('every reason for which a file is not kept has a sentence', async () => {
  const { say } = await loadTexts(resolve(import.meta.dirname, '../../../../locales/zh-CN'), 'page')
  for (const why of REFUSALS) expect(say(`files.${why}`).length).toBeGreaterThan(10)
})

test('another site cannot send files with the cookie of a resident', async () => {
  const answer = await tried.app.inject({
    method: 'POST',
    url: '/api/chat/files',
    headers: {
      cookie: `hearth=${token}`,
      'sec-fetch-site': 'cross-site',
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload: part('id', randomUUID()) + part('files', 'photo', '1.png') + END,
  })
  expect(answer.statusCode).toBe(403)
})

test('nobody sends to or reads from the talk of another person', async () => {
  const other = (await tried.app.inject({ method: 'POST', url: '/api/chat/conversations' })).json()
    .token
  const form = part('id', randomUUID()) + part('files', 'photo', '1.png') + END
  const [id] = (await send(form)).json().kept
  expect((await get(id, {}, other)).statusCode).toBe(404)
  expect((await get(id, {}, 'A'.repeat(43))).statusCode).toBe(401)
  expect((await send(form, 'A'.repeat(43))).statusCode).toBe(401)
  expect((await tried.app.inject({ url: `/api/desk/files/${id}?case=4738-2915` })).statusCode).toBe(
    401,
  )
})

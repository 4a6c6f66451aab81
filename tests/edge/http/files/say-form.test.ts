import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, type TriedApp } from '../../../support/app.ts'

let tried: TriedApp
let cookie: string
beforeEach(async () => {
  tried = await createApp()
  const { headers } = await tried.app.inject({ url: '/', headers: { accept: 'text/html' } })
  cookie = String(headers['set-cookie']).split(';')[0] ?? ''
})
afterEach(() => tried.app.close())

/** The form of the page as a browser without JavaScript sends it. */
const send = (fields: Record<string, string>, photos: readonly string[] = [], headers = {}) => {
  const typed = Object.entries(fields).map(
    ([name, text]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  )
  // Nothing chosen is sent as a file without a name.
  const chosen = photos.length > 0 ? photos.map((photo) => ['a.jpg', photo]) : [['', '']]
  const files = chosen.map(
    ([name, bytes]) =>
      `--x\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n${bytes}\r\n`,
  )
  return tried.app.inject({
    method: 'POST',
    url: '/chat/say',
    headers: {
      cookie,
      accept: 'text/html',
      'content-type': 'multipart/form-data; boundary=x',
      ...headers,
    },
    payload: `${typed.join('')}${files.join('')}--x--\r\n`,
  })
}

const page = async () => (await tried.app.inject({ url: '/', headers: { cookie } })).body

test('words alone go as words, and lead back to the newest turn', async () => {
  const answer = await send({ id: randomUUID(), text: '老伴住院' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/#now'])
  expect(await page()).toContain('<p>老伴住院</p>')
})

test('words and a photo in one form are both taken, once, however often it is sent', async () => {
  const fields = { id: randomUUID(), text: '这是病历' }
  for (let n = 0; n < 3; n++) expect((await send(fields, ['photo'])).statusCode).toBe(303)
  const body = await page()
  expect(body.split('<p>这是病历</p>')).toHaveLength(2)
  expect(body.split('<img ')).toHaveLength(2)
})

test('a text that is too long comes back whole, and the photo beside it is kept', async () => {
  const long = '长'.repeat(20_000)
  const { statusCode, body } = await send({ id: randomUUID(), text: long }, ['photo'])
  expect(statusCode).toBe(200)
  expect(body).toContain('请分成几段发')
  expect(body).toContain(`${long}</textarea>`)
  expect(body).toContain('<img ')
})

test('nothing chosen and nothing written: the page says so, and nothing is sent', async () => {
  const { statusCode, body } = await send({ id: randomUUID(), text: '  ' })
  expect(statusCode).toBe(200)
  expect(body).toContain('还没有写，也没有选')
  expect(await page()).not.toContain('class="resident"')
})

test('a form without a cookie begins a talk and keeps what was said', async () => {
  const answer = await send({ id: randomUUID(), text: '第一句' }, [], { cookie: '' })
  expect(answer.statusCode).toBe(303)
  cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  expect(await page()).toContain('<p>第一句</p>')
})

test('what people write into it is text, whatever it looks like', async () => {
  await send({ id: randomUUID(), text: '<img src=x onerror=alert(1)>' })
  expect(await page()).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('another site cannot send it', async () => {
  const answer = await send({ text: 'x' }, [], { 'sec-fetch-site': 'cross-site' })
  expect(answer.statusCode).toBe(403)
})

test('too many files from one address are put off kindly, and the words beside them are taken', async () => {
  for (let n = 0; n < 20; n++) {
    await send({ id: randomUUID() }, ['a', 'b', 'c', 'd', 'e', 'f'])
  }
  const { body } = await send({ id: randomUUID(), text: '还有一句' }, ['one more'])
  expect(body).toContain('别的请过一会儿再发')
  expect(body).toContain('<p>还有一句</p>')
})

import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadTexts, loadTextsOver } from '../../../src/edge/sources/texts.ts'
import { createApp, type TriedApp } from '../../support/app.ts'

let tried: TriedApp
beforeEach(async () => {
  tried = await createApp()
})
afterEach(() => tried.app.close())

const get = (url: string, cookie = '') =>
  tried.app.inject({ url, headers: { cookie, accept: 'text/html' } })

const post = (fields: string, cookie = '', headers: object = {}) =>
  tried.app.inject({
    method: 'POST',
    url: '/chat',
    headers: {
      cookie,
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    payload: fields,
  })

/** The gate with the page in English, too. */
async function createEnglish(): Promise<TriedApp> {
  const load = (language: string, name: string) => loadTexts(resolve('locales', language), name)
  const page = await load('zh-CN', 'page')
  const own = await loadTextsOver(page, resolve('locales/en'), 'page')
  const [console, desk] = [await load('zh-CN', 'console'), await load('zh-CN', 'desk')]
  const languages = { en: { name: 'English', page: own } }
  return createApp({ texts: { page, languages, console, desk, version: 'tried' } })
}

const cookieOf = (answer: Awaited<ReturnType<typeof get>>) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? ''

test('the page opens with the first question and its options as buttons', async () => {
  const { body, headers } = await get('/')
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(body).toContain('<html lang="zh-CN" class="normal">')
  expect(body).toMatch(
    /<button name="option" value="consent#yes"[^>]*><b>1<\/b> 同意，开始<\/button>/,
  )
  expect(body).toContain('<a class="call" href="tel:110">110</a>')
  expect(body).not.toContain('1 同意，开始\n')
})

test('a form goes on with the conversation of its cookie, once, however often it is sent', async () => {
  const cookie = cookieOf(await get('/?street=310105001'))
  const fields = 'id=7b0b3b1e-0000-4000-8000-000000000001&text=%E8%80%81%E4%BC%B4'
  for (let n = 0; n < 3; n++) {
    expect((await post(fields, cookie)).headers.location).toBe('/#now')
  }
  const { body } = await get('/', cookie)
  expect(body.split('<p>老伴</p>')).toHaveLength(2)
})

test('several options are chosen with boxes and arrive as numbers', async () => {
  const cookie = cookieOf(await get('/'))
  await post('option=consent%23yes', cookie)
  expect((await get('/', cookie)).body).toContain('type="checkbox" name="pick" value="3"')
  await post('pick=1&pick=3', cookie)
  expect((await get('/', cookie)).body).toContain('<p>1 3</p>')
})

test('what people write is text, whatever it looks like', async () => {
  const cookie = cookieOf(await get('/'))
  const nasty = `<img src=x onerror=alert(1)>"'&<script>alert(1)</script>`
  await post(new URLSearchParams({ text: nasty }).toString(), cookie)
  const { body } = await get('/', cookie)
  expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;')
  expect(body).not.toContain('<img')
  expect(body).not.toContain('<script>')
})

test.each([
  '/?street=abc',
  '/?street=999999999',
  '/?street=310105001&street=310105002',
  '/?size=gigantic',
  '/?street=%00&size[]=1',
])('an odd address %s still opens the page', async (url) => {
  expect((await get(url)).statusCode).toBe(200)
})

test.each(['', 'text=', 'text=%20', 'nothing=1', 'text=%00'])(
  'the form "%s" says nothing, and that is said',
  async (fields) => {
    const cookie = cookieOf(await get('/'))
    const { statusCode, body } = await post(fields, cookie)
    expect(statusCode).toBe(200)
    expect(body).toContain('<p class="note" id="note" role="alert">还没有写，也没有选。')
  },
)

test.each(['id=nonsense&text=x', 'option=', 'pick=a'])(
  'the odd form "%s" leads back to the page',
  async (fields) => {
    const cookie = cookieOf(await get('/'))
    const answer = await post(fields, cookie)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/#now'])
  },
)

test('a text that is too long comes back in the field, with a kind sentence', async () => {
  const cookie = cookieOf(await get('/'))
  const long = 'x'.repeat(10_001)
  const { statusCode, body } = await post(`text=${long}`, cookie)
  expect(statusCode).toBe(413)
  expect(body).toContain('请分成几段发')
  expect(body).toContain(`${long}</textarea>`)
})

test('a form without a cookie begins a conversation and keeps what was said', async () => {
  const answer = await post('text=%E8%80%81%E4%BC%B4')
  expect(answer.statusCode).toBe(303)
  expect((await get('/', cookieOf(answer))).body).toContain('<p>老伴</p>')
})

test('a form that another site sends is refused', async () => {
  const cookie = cookieOf(await get('/'))
  const answer = await post('text=x', cookie, { 'sec-fetch-site': 'cross-site' })
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('请回到对话再试')
})

test('the chosen size of letters is kept', async () => {
  const chosen = await get('/?size=huge')
  expect(chosen.headers.location).toBe('/')
  expect((await get('/', cookieOf(chosen))).body).toContain('class="huge"')
})

test('who chose English and large letters reads on so, also where something went wrong', async () => {
  const english = await createEnglish()
  const cookie = 'hearth-language=en; hearth-size=huge'
  const ask = (url: string, more: object = {}) =>
    english.app.inject({ url, headers: { cookie, accept: 'text/html' }, ...more })
  for (const url of ['/', '/resume', '/nowhere']) {
    expect((await ask(url)).body).toContain('<html lang="en" class="huge">')
  }
  expect((await ask('/resume')).body).toContain('Go on with a new phone')
  expect((await ask('/nowhere')).body).toContain('What you are looking for is not here')
  const nothing = await ask('/chat', { method: 'POST' })
  expect(nothing.body).toContain('Nothing is written or chosen yet')
  const unknown = await english.app.inject({
    url: '/api/chat/messages',
    headers: { cookie },
  })
  expect(unknown.json().message).toContain('please start again')
  await english.app.close()
})

test('forgetting takes the conversation off this phone', async () => {
  const cookie = cookieOf(await get('/'))
  const answer = await tried.app.inject({
    method: 'POST',
    url: '/chat/forget',
    headers: { cookie },
  })
  expect(String(answer.headers['set-cookie'])).toMatch(/^hearth=;.*Expires=Thu, 01 Jan 1970/)
})

test('every answer forbids foreign scripts, frames, referrers and caches', async () => {
  for (const url of ['/', '/console/sign-in', '/api/desk/queue', '/nowhere']) {
    const { headers } = await get(url)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
  }
})

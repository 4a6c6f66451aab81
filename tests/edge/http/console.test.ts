import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, PASSWORD, type TriedApp } from '../../support/app.ts'

let tried: TriedApp
beforeEach(async () => {
  tried = await createApp()
})
afterEach(() => tried.app.close())

const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }

const form = (url: string, fields: Record<string, string>, headers: object = {}) =>
  tried.app.inject({
    method: 'POST',
    url,
    headers: { ...FORM, ...headers },
    payload: new URLSearchParams(fields).toString(),
  })

async function signIn(login = 'feifei', password = PASSWORD, to?: string) {
  const answer = await form('/console/sign-in', { login, password, ...(to && { to }) })
  const [set = ''] = [answer.headers['set-cookie'] ?? []].flat()
  return { answer, set, cookie: set.split(';')[0] ?? '' }
}

const page = (url: string, cookie: string) =>
  tried.app.inject({ url, headers: { cookie, accept: 'text/html' } })

const csrfOn = (body: string) => /data-csrf="([^"]+)"/.exec(body)?.[1] ?? ''

test('without a session a page leads to the sign-in and back to where one wanted to go', async () => {
  const wanted = '/console/cases/4738-2915?do=contact'
  const { location } = (await page(wanted, '')).headers
  expect(location).toBe(`/console/sign-in?to=${encodeURIComponent(wanted)}`)
  expect((await page(String(location), '')).body).toContain(`value="${wanted}"`)
  const { answer } = await signIn('feifei', PASSWORD, wanted)
  expect(answer.headers.location).toBe(wanted)
})

test('the sign-in never leads to another site', async () => {
  for (const to of [
    'https://evil.example/',
    '//evil.example',
    '/console/..//evil',
    'javascript:0',
  ]) {
    const { answer } = await signIn('feifei', PASSWORD, to)
    expect(String(answer.headers.location)).toMatch(/^\/console\/(?!.*evil\.example)/)
  }
})

test('signing in gives a cookie that scripts, other sites and plain requests cannot use', async () => {
  const { answer, set } = await signIn()
  expect(answer.headers.location).toBe('/console/')
  expect(set).toMatch(/HttpOnly/)
  expect(set).toMatch(/SameSite=Strict/)
})

test('behind https the cookie is bound to the host', async () => {
  const secure = await createApp({ settings: { demo: null, trustProxy: true } })
  const answer = await secure.app.inject({
    method: 'POST',
    url: '/console/sign-in',
    headers: { ...FORM, 'x-forwarded-proto': 'https' },
    payload: new URLSearchParams({ login: 'feifei', password: PASSWORD }).toString(),
  })
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-hearth-desk=.*Secure/)
  await secure.app.close()
})

test('an unknown name and a wrong password get the same answer, after the same work', async () => {
  type Tried = { took: number; status: number; body: string }
  const time = async (login: string): Promise<Tried> => {
    const before = performance.now()
    const { answer } = await signIn(login, 'wrong')
    return { took: performance.now() - before, status: answer.statusCode, body: answer.body }
  }
  await time('jiang')
  const [known, unknown] = [[], []] as [Tried[], Tried[]]
  for (let n = 0; n < 3; n++) {
    known.push(await time('feifei'))
    unknown.push(await time('nobody'))
  }
  const same = { status: 401, body: known[0]?.body }
  for (const each of [...known, ...unknown]) expect(each).toMatchObject(same)
  const least = (tries: Tried[]) => Math.min(...tries.map((each) => each.took))
  expect(least(unknown)).toBeGreaterThan(least(known) / 3)
})

test('after five tries a name has to wait, even with the right password', async () => {
  for (let n = 0; n < 5; n++) expect((await signIn('feifei', 'wrong')).answer.statusCode).toBe(401)
  expect((await signIn()).answer.statusCode).toBe(429)
  tried.pass(180_000)
  expect((await signIn()).answer.statusCode).toBe(303)
})

test('every address of the console is the same empty page, which carries nothing of any case', async () => {
  const { cookie } = await signIn()
  const bare = (body: string) => body.replaceAll(/(nonce|data-csrf)="[^"]*"/g, '')
  const queue = await page('/console/queue', cookie)
  const other = await page('/console/cases/9999-9999', cookie)
  expect([queue.statusCode, other.statusCode]).toEqual([200, 200])
  expect(bare(other.body)).toBe(bare(queue.body))
})

test('style sheets of our own script are let in by a word that is new in each answer', async () => {
  const { cookie } = await signIn()
  const words = await Promise.all(
    [1, 2].map(async () => {
      const { body, headers } = await page('/console/queue', cookie)
      const word = /nonce="([^"]+)"/.exec(body)?.[1] ?? ''
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${word}'`)
      expect(headers['content-security-policy']).toContain("script-src 'self'")
      return word
    }),
  )
  expect(new Set(words).size).toBe(2)
})

test('signing out needs our own page and ends the session for good', async () => {
  const { cookie } = await signIn()
  const csrf = csrfOn((await page('/console/queue', cookie)).body)
  for (const [given, headers] of [
    ['x', {}],
    [csrf, { origin: 'https://evil.example' }],
    [csrf, { 'sec-fetch-site': 'same-site' }],
  ] as const) {
    const answer = await form('/console/sign-out', { csrf: given }, { cookie, ...headers })
    expect(answer.statusCode).toBe(403)
  }
  const out = await form('/console/sign-out', { csrf }, { cookie })
  expect(out.headers['clear-site-data']).toContain('cache')
  expect((await page('/console/queue', cookie)).statusCode).toBe(303)
})

test('in a demonstration one is signed in at once and can be somebody else', async () => {
  const demo = await createApp({ settings: { demo: 'feifei', trustProxy: false } })
  const first = await demo.app.inject({ url: '/console/queue' })
  expect(first.statusCode).toBe(200)
  const cookie = String(first.headers['set-cookie']).split(';')[0] ?? ''
  const short = await demo.app.inject({ url: '/console?as=jiang' })
  expect(short.headers.location).toBe('/console/?as=jiang')
  const second = await demo.app.inject({ url: '/console/queue?as=jiang', headers: { cookie } })
  expect(String(second.headers['set-cookie'])).toMatch(/^hearth-desk=/)
  const again = await demo.app.inject({ url: '/console/queue', headers: { cookie } })
  expect(again.headers['set-cookie']).toBeUndefined()
  await demo.app.close()
})

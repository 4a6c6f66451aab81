import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, PASSWORD, START, type TriedApp } from '../../support/app.ts'
import { FILE, waitingCase } from '../../support/paper-house.ts'

let tried: TriedApp
beforeEach(async () => {
  tried = await createApp()
  tried.house.cases.push(waitingCase())
})
afterEach(() => tried.app.close())

const CASE = `/console/cases/${FILE.number}`
const API = `/api/desk/cases/${FILE.number}`
const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }

const form = (url: string, fields: Record<string, string>, headers: object = {}) =>
  tried.app.inject({
    method: 'POST',
    url,
    headers: { ...FORM, ...headers },
    payload: new URLSearchParams(fields).toString(),
  })

async function signIn(login = 'feifei', password = PASSWORD) {
  const answer = await form('/console/sign-in', { login, password })
  const [set = ''] = [answer.headers['set-cookie'] ?? []].flat()
  return { answer, set, cookie: set.split(';')[0] ?? '' }
}

const page = (url: string, cookie: string) =>
  tried.app.inject({ url, headers: { cookie, accept: 'text/html' } })

const csrfOn = (body: string) => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''

test('without a session pages lead to the sign-in and the API says so', async () => {
  expect((await page('/console/queue', '')).headers.location).toBe('/console/sign-in')
  expect((await page(CASE, '')).headers.location).toBe('/console/sign-in')
  const answer = await tried.app.inject({ url: '/api/desk/queue' })
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'not_signed_in'])
})

test('signing in gives a cookie that scripts, other sites and plain requests cannot use', async () => {
  const { answer, set } = await signIn()
  expect(answer.headers.location).toBe('/console/queue')
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
  const time = async (login: string) => {
    const before = performance.now()
    const { answer } = await signIn(login, 'wrong')
    return { took: performance.now() - before, status: answer.statusCode, body: answer.body }
  }
  await time('jiang')
  const known = await time('feifei')
  const unknown = await time('nobody')
  expect(unknown.status).toBe(401)
  expect(unknown.body).toBe(known.body)
  expect(unknown.took).toBeGreaterThan(known.took / 3)
})

test('after five tries a name has to wait, even with the right password', async () => {
  for (let n = 0; n < 5; n++) expect((await signIn('feifei', 'wrong')).answer.statusCode).toBe(401)
  expect((await signIn()).answer.statusCode).toBe(429)
  tried.pass(180_000)
  expect((await signIn()).answer.statusCode).toBe(303)
})

test('the queue shows why, when, how urgent and the sentence, as text', async () => {
  const { cookie } = await signIn()
  const { body, statusCode } = await page('/console/queue', cookie)
  expect(statusCode).toBe(200)
  for (const words of [
    '王伯伯',
    '中度',
    '4–6/12 分',
    '今天内',
    '接手超时 8 小时 0 分',
    '华阳路街道 · 住在这个街道',
  ]) {
    expect(body).toContain(words)
  }
  expect(body).toContain('title="为什么排在这里：已超时；紧急程度：今天内')
  expect(body).toContain('&lt;script&gt;')
  expect(body).not.toContain('<script>alert')
})

test('a case is claimed once; the second learns from whom', async () => {
  const [first, second] = [await signIn(), await signIn('jiang')]
  const csrf = csrfOn((await page('/console/queue', first.cookie)).body)
  const theirs = csrfOn((await page('/console/queue', second.cookie)).body)
  const won = await form(`${CASE}/claim`, { csrf, version: '1' }, { cookie: first.cookie })
  expect([won.statusCode, won.headers.location]).toEqual([303, CASE])
  const lost = await form(
    `${CASE}/claim`,
    { csrf: theirs, version: '1' },
    { cookie: second.cookie },
  )
  expect(lost.statusCode).toBe(409)
  expect(lost.body).toContain('邓菲菲 已经领取了这个个案')
})

test('the API claims with a version and names the winner', async () => {
  const { cookie } = await signIn()
  const claim = (payload: object, by = cookie) =>
    tried.app.inject({ method: 'POST', url: `${API}/claim`, headers: { cookie: by }, payload })
  const queue = await tried.app.inject({ url: '/api/desk/queue', headers: { cookie } })
  expect(queue.json().cases).toMatchObject([{ number: FILE.number, version: 1, breached: true }])
  expect((await claim({ version: 1 })).json()).toEqual({
    number: FILE.number,
    by: '邓菲菲',
    version: 2,
  })
  const lost = await claim({ version: 1 }, (await signIn('jiang')).cookie)
  expect(lost.statusCode).toBe(409)
  expect(lost.json()).toMatchObject({ code: 'already_claimed', by: '邓菲菲' })
})

test('a case of a foreign street is not there at all', async () => {
  const { cookie } = await signIn('far')
  const there = await page(CASE, cookie)
  const nowhere = await page('/console/cases/9999-9999', cookie)
  expect([there.statusCode, nowhere.statusCode]).toEqual([404, 404])
  expect(there.body).toBe(nowhere.body)
  const json = await tried.app.inject({ url: API, headers: { cookie } })
  expect([json.statusCode, json.json().code]).toEqual([404, 'not_found'])
  expect((await page('/console/queue', cookie)).body).not.toContain(FILE.number)
})

test('a form without our token, or from another site, changes nothing', async () => {
  const { cookie } = await signIn()
  const csrf = csrfOn((await page('/console/queue', cookie)).body)
  const other = csrfOn((await page('/console/queue', (await signIn('jiang')).cookie)).body)
  const statuses = [
    await form(`${CASE}/claim`, { version: '1' }, { cookie }),
    await form(`${CASE}/claim`, { csrf: 'x', version: '1' }, { cookie }),
    await form(`${CASE}/claim`, { csrf: other, version: '1' }, { cookie }),
    await form(`${CASE}/claim`, { csrf, version: '1' }, { cookie, origin: 'https://evil.example' }),
    await form(`${CASE}/claim`, { csrf, version: '1' }, { cookie, 'sec-fetch-site': 'same-site' }),
  ].map(({ statusCode }) => statusCode)
  expect(statuses).toEqual([403, 403, 403, 403, 403])
  expect(tried.house.cases[0]?.claimed).toBeNull()
})

test('a case page shows the person, the answers and who has it; only its adviser can speak', async () => {
  const { cookie } = await signIn()
  const before = await page(CASE, cookie)
  for (const words of ['王伯伯', 'tel:13800138000', '家里有人生大病吗？', '还没有人']) {
    expect(before.body).toContain(words)
  }
  expect(before.body).not.toContain('/say')
  const csrf = csrfOn(before.body)
  await form(`${CASE}/claim`, { csrf, version: '1' }, { cookie })
  const after = (await page(CASE, cookie)).body
  expect(after).toContain(`${CASE}/say`)
  await form(`${CASE}/release`, { csrf, version: '2' }, { cookie })
  expect(tried.house.cases[0]?.claimed).toBeNull()
})

test('a danger stands above the queue until somebody takes it', async () => {
  const id = '1b0b3b1e-0000-4000-8000-00000000000a'
  const danger = { case: null, conversation: 'c', street: null, tier: 'imminent', type: 'suicide' }
  tried.house.alerts.push({ id, ...danger, raisedAt: START })
  const { cookie } = await signIn()
  const { body } = await page('/console/queue', cookie)
  expect(body).toContain('危机求助 1 件')
  await form(`/console/alerts/${id}`, { csrf: csrfOn(body) }, { cookie })
  expect((await page('/console/queue', cookie)).body).not.toContain('危机求助 1 件')
})

test('signing out ends the session for good', async () => {
  const { cookie } = await signIn()
  const csrf = csrfOn((await page('/console/queue', cookie)).body)
  const out = await form('/console/sign-out', { csrf }, { cookie })
  expect(out.headers['clear-site-data']).toContain('cache')
  expect((await page('/console/queue', cookie)).statusCode).toBe(303)
})

test('in a demonstration one is signed in at once and can be somebody else', async () => {
  const demo = await createApp({ settings: { demo: 'feifei', trustProxy: false } })
  const first = await demo.app.inject({ url: '/console/queue' })
  expect(first.body).toContain('邓菲菲')
  const cookie = String(first.headers['set-cookie']).split(';')[0] ?? ''
  const second = await demo.app.inject({ url: '/console/queue?as=jiang', headers: { cookie } })
  expect(second.body).toContain('姜胤')
  await demo.app.close()
})

import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storyOf } from '../../../../src/edge/http/demo/story.ts'
import { loadTexts } from '../../../../src/edge/sources/texts.ts'
import { loadTalkFile, TALKS } from '../../../../src/edge/stored-talks.ts'
import { createApp, type TriedApp } from '../../../support/app.ts'

const LOCALES = join(import.meta.dirname, '../../../../locales/zh-CN')
const OTHER_SITE = 'https://street.example'

const stories = (await loadTalkFile(join(TALKS, 'stories.yaml'))).map(storyOf)
const demo = { texts: await loadTexts(LOCALES, 'demo'), stories }

let tried: TriedApp
let plain: TriedApp
beforeAll(async () => {
  const settings = { demo: 'feifei', trustProxy: false, embedOrigins: [OTHER_SITE] }
  tried = await createApp({ settings, demo })
  plain = await createApp()
})
afterAll(() => Promise.all([tried.app.close(), plain.app.close()]))

const get = (url: string, headers: object = {}) =>
  tried.app.inject({ url, headers: { accept: 'text/html', ...headers } })
const policyOf = async (url: string) => String((await get(url)).headers['content-security-policy'])

test('the page carries each story with the lines of its stored talk, and says that all is invented', async () => {
  const { body } = await get('/demo')
  expect(stories).toHaveLength(3)
  for (const { name, says } of stories) {
    expect(body).toContain(`data-name="${name}"`)
    expect(says.length).toBeGreaterThan(8)
    expect(body).toContain(says[0])
  }
  expect(body).toContain('样例数据')
})

test('whoever opens it is signed in as the adviser to whose street the stories come', async () => {
  const first = await get('/demo')
  const cookie = String(first.headers['set-cookie']).split(';')[0]
  expect(cookie).toMatch(/^hearth-desk=/)
  const again = await get('/demo', { cookie })
  expect(again.headers['set-cookie']).toBeUndefined()
})

test('its two frames may be framed by our own page and the named sites, all other pages by nobody', async () => {
  expect(await policyOf('/demo')).toContain("frame-src 'self'")
  expect(await policyOf('/demo')).toContain("frame-ancestors 'none'")
  expect(await policyOf('/')).toContain(`frame-ancestors 'self' ${OTHER_SITE}`)
  expect(await policyOf('/console/queue')).toMatch(/frame-ancestors 'self'(;|$)/)
  expect(await policyOf('/docs/api')).toContain("frame-ancestors 'none'")
  expect(await policyOf('/')).not.toContain('frame-src')
})

test('each story begins a talk of its own, through its link', async () => {
  const phone = (payload: object, headers = {}) =>
    tried.app.inject({ method: 'POST', url: '/demo/phone', payload, headers })
  const begun = await phone({ story: '1' }, { cookie: 'hearth=old' })
  expect(begun.statusCode).toBe(303)
  expect(begun.headers.location).toBe('/?street=310105001')
  expect(String(begun.headers['set-cookie'])).toMatch(/^hearth=;/)
  for (const story of ['0', '99', '-1', 'x', {}, null]) {
    expect((await phone({ story })).headers.location).toBe('/?street=310105001')
  }
  const foreign = await phone({ story: '1' }, { 'sec-fetch-site': 'cross-site' })
  expect(foreign.statusCode).toBe(403)
})

test('the resident page leads to it', async () => {
  expect((await get('/')).body).toContain('href="/demo"')
})

test('outside a demonstration there is no such page, no way to it, and no frame', async () => {
  expect((await plain.app.inject('/demo')).statusCode).toBe(404)
  const { body, headers } = await plain.app.inject('/')
  expect(body).not.toContain('/demo')
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

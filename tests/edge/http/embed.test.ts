import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, type TriedApp } from '../../support/app.ts'

const HOST = 'https://street.example'

let tried: TriedApp
beforeEach(async () => {
  tried = await createApp({ settings: { demo: null, trustProxy: true, embedOrigins: [HOST] } })
})
afterEach(() => tried.app.close())

const get = (url: string, headers: object = {}) =>
  tried.app.inject({ url, headers: { accept: 'text/html', ...headers } })

test('the loader is at most 2 kB and may be fetched by other sites', async () => {
  const { body, headers } = await get('/embed.js')
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(2_048)
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  expect(body).toContain('"open":"求助"')
})

test.each(['/', '/?street=310105001', '/resume'])(
  '%s may be framed by the named site only',
  async (url) => {
    const { headers } = await get(url)
    expect(headers['content-security-policy']).toContain(`frame-ancestors ${HOST}`)
    expect(headers['x-frame-options']).toBeUndefined()
  },
)

test.each(['/console/sign-in', '/console', '/docs/api', '/nowhere', '/api/desk/cases'])(
  '%s may not be framed by anybody',
  async (url) => {
    expect((await get(url)).headers['content-security-policy']).toContain("frame-ancestors 'none'")
  },
)

test('in a frame of another site the cookie belongs to that site alone', async () => {
  const https = { 'x-forwarded-proto': 'https' }
  const framed = await get('/', { ...https, 'sec-fetch-dest': 'iframe' })
  expect(String(framed.headers['set-cookie'])).toMatch(
    /SameSite=None.*Partitioned|Partitioned.*SameSite=None/,
  )
  expect(String((await get('/', https)).headers['set-cookie'])).toMatch(/SameSite=Lax/)
})

test('without named sites there is no loader and no frame', async () => {
  const plain = await createApp()
  const { statusCode } = await plain.app.inject({ url: '/embed.js' })
  const { headers } = await plain.app.inject({ url: '/', headers: { 'sec-fetch-dest': 'iframe' } })
  expect(statusCode).toBe(404)
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(String(headers['set-cookie'])).toMatch(/SameSite=Lax/)
  await plain.app.close()
})

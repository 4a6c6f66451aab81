import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROBLEMS } from '../../../src/core/errors.ts'
import type { App } from '../../../src/edge/http/parts.ts'
import { createApp, PASSWORD, type TriedApp } from '../../support/app.ts'
import { waitingCase } from '../../support/paper-house.ts'

/** Every route with every kind of bad visitor: the answer is always a coded one, never a 500. */

let tried: TriedApp
let token: string
let desk: string
beforeAll(async () => {
  tried = await createApp()
  tried.house.cases.push(waitingCase())
  const started = await tried.app.inject({ method: 'POST', url: '/api/chat/conversations' })
  token = started.json().token
  const signed = await tried.app.inject({
    method: 'POST',
    url: '/console/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ login: 'feifei', password: PASSWORD }).toString(),
  })
  desk = String(signed.headers['set-cookie']).split(';')[0] ?? ''
})
afterAll(() => tried.app.close())

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

type Route = { readonly method: (typeof METHODS)[number]; readonly path: string }

/** Reads fastify's own drawing of its routes: four signs of indent a level, `path (METHODS)`. */
function routesOf(app: App): readonly Route[] {
  const levels: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', path = '', methods = ''] = /^(.*?)── (\S+) \((.*)\)$/.exec(line) ?? []
      if (path === '') return []
      const depth = Math.floor(indent.length / 4)
      levels.splice(depth, levels.length, path)
      const whole = levels.join('').replaceAll('//', '/')
      const known = METHODS.filter((each) => methods.split(', ').includes(each))
      return known.map((method) => ({ method, path: whole }))
    })
}

const NASTY = [
  '<script>alert(1)</script>',
  "' or 1=1; drop table turn; --",
  '\0\0',
  '🧓🏻👵🏽‍🦽🇨🇳',
  '\u202Eغلط',
  '=cmd|/c calc',
  '../../../../etc/passwd',
  '{{7*7}}',
  '%zz%',
  'a'.repeat(300),
]

const bodies = (): readonly (readonly [type: string, body: string])[] => [
  ['application/json', '{'],
  ['application/json', 'null'],
  ['application/json', '[[[[[[]]]]]]'],
  ['application/json', '{"version":"1","id":[],"text":{}}'],
  ['application/json', `{"version":99999999999,"id":"${randomUUID()}","text":"\\u0000"}`],
  ['application/json', JSON.stringify({ id: randomUUID(), text: 'x'.repeat(80_000) })],
  ['application/x-www-form-urlencoded', 'csrf=x&version=x&id=x&text=%FF%FE'],
  ['application/x-www-form-urlencoded', 'a&b=&=c&a[]=1&a[x]=2'],
  ['multipart/form-data; boundary=x', '--x--'],
  ['text/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ...NASTY.map((text) => {
    const body = JSON.stringify({ id: randomUUID(), text, login: text, password: text, csrf: text })
    return ['application/json', body] as const
  }),
]

const visitors = () => ({
  nobody: {},
  'a wrong token': { authorization: `Bearer ${'A'.repeat(43)}`, cookie: 'hearth-desk=wrong' },
  'a resident': { authorization: `Bearer ${token}` },
  'an adviser': { cookie: desk },
  'another site': { cookie: desk, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
})

/** The adviser, who comes furthest, brings everything; each other visitor a quarter: all of it comes to each route twice. */
const portion = <T>(all: readonly T[], visitor: number) =>
  visitor === 3 ? all : all.filter((_, i) => i % 4 === visitor % 4)

async function tryOne({ method, path }: Route, url: string, request: object): Promise<string[]> {
  const answer = await tried.app.inject({ method, url, ...request })
  tried.pass(2_000)
  const where = `${method} ${path} ${url.slice(0, 80)} ${answer.statusCode}`
  if (answer.statusCode >= 500) return [`${where} ${answer.body}`]
  const type = String(answer.headers['content-type'])
  if (type.includes('html') && answer.body.includes('<script>alert'))
    return [`${where} gives markup back`]
  if (answer.statusCode < 400) return []
  if (!type.includes('json')) return []
  const { code, message } = answer.json()
  return code in PROBLEMS && message ? [] : [`${where} has no code: ${answer.body.slice(0, 99)}`]
}

test('no route answers any bad visitor with a fault of ours, or without a code', async () => {
  const routes = routesOf(tried.app).filter(({ path }) => !/stream$|^\/docs/.test(path))
  expect(routes.length).toBeGreaterThan(15)
  const wrong: string[] = []
  for (const route of routes) {
    for (const [at, headers] of Object.values(visitors()).entries()) {
      for (const value of portion(NASTY, at)) {
        const name = value.startsWith('%') ? value : encodeURIComponent(value)
        const url = `${route.path.replace(/:\w+/, name)}?after=${encodeURIComponent(value)}`
        wrong.push(...(await tryOne(route, url, { headers })))
      }
      if (route.method === 'GET') continue
      for (const [type, payload] of portion(bodies(), at)) {
        const url = route.path.replace(/:\w+/, '4738-2915')
        const typed = { ...headers, 'content-type': type }
        wrong.push(...(await tryOne(route, url, { headers: typed, payload })))
      }
    }
  }
  expect([...new Set(wrong)].slice(0, 10)).toEqual([])
})

test('the API description names each route that is served, and no other', async () => {
  const { paths } = (await tried.app.inject({ url: '/api/openapi.json' })).json()
  const described = Object.entries<object>(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  )
  const served = routesOf(tried.app).map(
    ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
  )
  const ofApi = served.filter((route) => / \/api\/(?!openapi)/.test(route))
  expect(ofApi.length).toBeGreaterThan(7)
  expect(ofApi.filter((route) => !described.includes(route))).toEqual([])
  expect(described.filter((route) => !served.includes(route))).toEqual([])
})

test('nothing behind the sign-in answers somebody who is not signed in', async () => {
  const open: string[] = []
  for (const { method, path } of routesOf(tried.app)) {
    if (!/^\/(console|api\/desk)\/./.test(path) || path === '/console/sign-in') continue
    const url = path.replace(/:\w+/, '4738-2915')
    const { statusCode, headers } = await tried.app.inject({ method, url })
    const sentAway = headers.location === '/console/sign-in'
    // 400: the body is looked at first, and tells nothing.
    if (!sentAway && ![400, 401, 403].includes(statusCode))
      open.push(`${method} ${path} ${statusCode}`)
  }
  expect(open).toEqual([])
})

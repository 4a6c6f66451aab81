import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, type TriedApp } from '../../support/app.ts'

let tried: TriedApp
beforeEach(async () => {
  tried = await createApp()
})
afterEach(() => tried.app.close())

const get = (url: string) => tried.app.inject({ url })

test('a process that answers is live', async () => {
  expect((await get('/health/live')).json()).toEqual({ status: 'live' })
})

test.each([
  [{ database: true, migrations: true }, 200],
  [{ database: true, migrations: false }, 503],
  [{ database: false, migrations: false }, 503],
])('with %o the house is ready: %i', async (ready, status) => {
  const { app } = await createApp({ ready: async () => ready })
  expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(status)
  await app.close()
})

test('a database that does not answer the question is not ready', async () => {
  const { app } = await createApp({ ready: () => Promise.reject(new Error('gone')) })
  const answer = await app.inject({ url: '/health/ready' })
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'database_unreachable'])
  await app.close()
})

test('metrics count by route pattern and tell no person, token or number', async () => {
  const started = await tried.app.inject({ method: 'POST', url: '/api/chat/conversations' })
  await get('/console/cases/4738-2915')
  await get('/?street=310105001')
  const { body } = await get('/metrics')
  expect(body).toContain('route="/api/chat/conversations",status="201"')
  expect(body).toContain('route="/console/cases/:number"')
  for (const word of [started.json().token, started.json().conversation, '4738', '310105001']) {
    expect(body).not.toContain(word)
  }
})

test('the API description names each route of the API, and no other', async () => {
  const { paths } = (await get('/api/openapi.json')).json()
  const described = Object.entries<object>(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  )
  expect(described.toSorted()).toEqual([
    'GET /api/chat/messages',
    'GET /api/chat/stream',
    'GET /api/desk/cases/{number}',
    'GET /api/desk/queue',
    'GET /health/live',
    'GET /health/ready',
    'GET /metrics',
    'POST /api/chat/conversations',
    'POST /api/chat/messages',
    'POST /api/desk/cases/{number}/claim',
    'POST /api/desk/cases/{number}/release',
    'POST /api/desk/cases/{number}/say',
  ])
})

test('the API description can be read in a browser', async () => {
  const { statusCode, body } = await get('/docs/api/')
  expect([statusCode, body.includes('swagger-ui')]).toEqual([200, true])
})

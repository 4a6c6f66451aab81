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
  await get('/api/desk/cases/4738-2915')
  await get('/?street=310105001')
  const { body } = await get('/metrics')
  expect(body).toContain('route="/api/chat/conversations",status="201"')
  expect(body).toContain('route="/api/desk/cases/:number"')
  for (const word of [started.json().token, started.json().conversation, '4738', '310105001']) {
    expect(body).not.toContain(word)
  }
})

test('the API description can be read in a browser', async () => {
  const { statusCode, body } = await get('/docs/api/')
  expect([statusCode, body.includes('swagger-ui')]).toEqual([200, true])
})

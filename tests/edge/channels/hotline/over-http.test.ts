import { afterAll, beforeAll, expect, test } from 'vitest'
import { hotlineRoutes } from '../../../../src/edge/channels/hotline/hotline-routes.ts'
import { SIGNATURE, signatureOf, TIMESTAMP } from '../../../../src/edge/channels/hotline/sign.ts'
import type { Order } from '../../../../src/work/ports/intake.ts'
import { createApp, START, type TriedApp } from '../../../support/app.ts'

const SECRET = 'a secret of sixteen or more'
const taken: Order[] = []
let tried: TriedApp

beforeAll(async () => {
  const takeOrder = async (order: Order) => {
    taken.push(order)
    return { status: 'opened', case: '4738-2915' } as const
  }
  const sink = { takeOrder, now: () => START, report: () => {} }
  tried = await createApp({ webhooks: hotlineRoutes({ HOTLINE_SECRET: SECRET }, sink) })
})
afterAll(() => tried.app.close())

const post = (payload: string | Buffer, type: string, body: string | Buffer = payload) => {
  const timestamp = String(START / 1_000)
  const signed = { [TIMESTAMP]: timestamp, [SIGNATURE]: signatureOf(SECRET, timestamp, body) }
  const headers = { 'content-type': type, ...signed }
  return tried.app.inject({ method: 'POST', url: '/api/hotline/orders', headers, payload })
}

test('JSON and tables come through the gate byte by byte', async () => {
  const json = await post(' {"number":"SH-1", "text":"需要轮椅"}\n', 'application/json')
  expect(json.statusCode).toBe(201)
  expect(json.headers['content-type']).toContain('application/json')
  expect(json.json()).toEqual({ number: 'SH-1', status: 'opened', case: '4738-2915' })
  const table = await post(Buffer.from('b1e0bac52cc4dac8dd0a41312cc0cfc8cb0a', 'hex'), 'text/csv')
  expect(table.json()).toMatchObject({ taken: 1, refused: 0 })
  expect(taken.map(({ text }) => text)).toEqual(['需要轮椅', '老人'])
})

test('a body that was changed on its way is refused', async () => {
  const sent = '{"number":"SH-2","text":"需要轮椅"}'
  const answer = await post(sent.replace('SH-2', 'SH-3'), 'application/json', sent)
  expect(answer.statusCode).toBe(401)
  expect(answer.json()).toMatchObject({ code: 'bad_signature' })
})

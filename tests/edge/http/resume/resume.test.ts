import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, type TriedApp } from '../../../support/app.ts'
import { FILE } from '../../../support/paper-house.ts'

let tried: TriedApp
beforeEach(async () => {
  tried = await createApp()
})
afterEach(() => tried.app.close())

const RIGHT = { number: FILE.number, phone: String(FILE.phone) }

const post = (url: string, payload: object) => tried.app.inject({ method: 'POST', url, payload })
const ask = (pair: object) => post('/api/chat/resume', pair)
const confirm = (token: string, code: string) => post('/api/chat/resume/code', { token, code })

const form = (url: string, fields: Record<string, string>, headers: object = {}) =>
  tried.app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  })

const read = (token: string) =>
  tried.app.inject({ url: '/api/chat/messages', headers: { authorization: `Bearer ${token}` } })

test('a right pair and a wrong one are answered alike, in the same time', async () => {
  const pairs = [RIGHT, { ...RIGHT, phone: '13800138001' }, { number: 'x', phone: '' }]
  // The best of three: what else the machine does is not what is measured.
  const times = pairs.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < 3; round++) {
    for (const [at, pair] of pairs.entries()) {
      const began = performance.now()
      const answer = await ask(pair)
      times[at] = Math.min(times[at] ?? 0, performance.now() - began)
      expect([answer.statusCode, Object.keys(answer.json())]).toEqual([200, ['token']])
    }
  }
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(100)
})

test('the token works with the code and not before it', async () => {
  const { token } = (await ask({ number: '４７３８２９１５', phone: '+86 138-0013-8000' })).json()
  expect((await read(token)).statusCode).toBe(401)
  const wrong = await confirm(token, '111111')
  expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'not_signed_in'])
  expect((await confirm(token, '４８２ 913')).statusCode).toBe(200)
  expect((await read(token)).statusCode).toBe(200)
})

test('a pair is asked for three times, then there is a wait, whether it is right or not', async () => {
  for (const pair of [RIGHT, { ...RIGHT, phone: '13800138001' }]) {
    const codes = []
    for (let n = 0; n < 4; n++) codes.push((await ask(pair)).statusCode)
    expect(codes).toEqual([200, 200, 200, 429])
  }
})

test('one address asks for ten pairs, then one in a minute', async () => {
  const codes: number[] = []
  for (let n = 0; n < 11; n++) {
    codes.push((await ask({ ...RIGHT, phone: `1390000000${n}` })).statusCode)
  }
  expect(codes.slice(9)).toEqual([200, 429])
  tried.pass(60_000)
  expect((await ask({ ...RIGHT, phone: '13900000099' })).statusCode).toBe(200)
})

test('without JavaScript two small forms lead back to the talk', async () => {
  expect((await tried.app.inject({ url: '/resume' })).body).toContain('name="number"')
  const second = await form('/resume', RIGHT)
  const token = /name="token" value="([^"]+)"/.exec(second.body)?.[1] ?? ''
  const wrong = await form('/resume/code', { token, code: '1' })
  expect(wrong.body).toContain('没接上')
  const right = await form('/resume/code', { token, code: '482 913' })
  expect([right.statusCode, right.headers.location]).toEqual([303, '/#now'])
  expect(String(right.headers['set-cookie'])).toContain(`hearth=${token}`)
})

test('another site cannot send these forms', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' }
  expect((await form('/resume', RIGHT, headers)).statusCode).toBe(403)
  expect((await form('/resume/code', { token: 'x', code: '1' }, headers)).statusCode).toBe(403)
})

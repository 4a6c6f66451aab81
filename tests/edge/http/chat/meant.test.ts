import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, type TriedApp } from '../../../support/app.ts'

let tried: TriedApp
beforeEach(async () => {
  tried = await createApp()
})
afterEach(() => tried.app.close())

const open = async () =>
  (await tried.app.inject({ method: 'POST', url: '/api/chat/conversations', payload: {} })).json()

const sayIn = (talk: string, token: string) =>
  tried.app.inject({
    method: 'POST',
    url: `/api/chat/messages?talk=${talk}`,
    headers: { authorization: `Bearer ${token}` },
    payload: { id: randomUUID(), text: '老伴住院' },
  })

test('words for one talk never go into another', async () => {
  const [one, other] = [await open(), await open()]
  expect((await sayIn(one.conversation, one.token)).statusCode).toBe(200)
  const refused = await sayIn(one.conversation, other.token)
  expect([refused.statusCode, refused.json().code]).toEqual([401, 'not_signed_in'])
  const read = await tried.app.inject({
    url: '/api/chat/messages',
    headers: { authorization: `Bearer ${other.token}` },
  })
  expect(read.body).not.toContain('老伴住院')
})

test('what is read and followed is the talk that is meant, or nothing', async () => {
  const [one, other] = [await open(), await open()]
  for (const path of ['messages', 'stream']) {
    const answer = await tried.app.inject({
      url: `/api/chat/${path}?talk=${one.conversation}&after=0`,
      headers: { authorization: `Bearer ${other.token}` },
    })
    expect(answer.statusCode, path).toBe(401)
  }
})

test('the page names its talk, and its texts say how to go on when it has run out', async () => {
  const { body } = await tried.app.inject({ url: '/', headers: { accept: 'text/html' } })
  expect(body).toMatch(/data-talk="[0-9a-f-]{36}"/)
  expect(body).toContain('重新打开')
})

import { expect, test, vi } from 'vitest'
import { createWechaty } from '../../../../src/edge/channels/wechaty/create-wechaty.ts'
import { whyOf } from '../../../../src/edge/channels/wechaty/why-of.ts'
import type { ChannelSink } from '../../../../src/work/ports/channel.ts'
import { taking } from '../../../support/taking.ts'
import { openGateway } from './gateway.ts'

/** A house that hears nothing and answers nothing: only the line to the gateway is looked at. */
const SINK: ChannelSink = {
  ...taking(async () => ({ conversation: 'c', status: 'answered', messages: [] })),
  conversationOf: () => 'c',
  keep: async () => ({ status: 'refused', why: 'kind' }),
  open: async () => null,
  now: Date.now,
  wait: async () => {},
  report: () => {},
}

async function started(token: string, endpoint: string) {
  const { channel } = createWechaty({ token, endpoint, alone: '', backoff: 200 }, SINK)
  await channel.start?.()
  return channel
}

test('a token that the gateway refuses is told as such, and asked for again and again', async () => {
  const gateway = await openGateway()
  const channel = await started(`${gateway.token}x`, gateway.endpoint)
  await expect.poll(() => channel.health().why, { timeout: 15_000 }).toBe('credentials')
  expect(channel.health().ok).toBe(false)
  await channel.stop?.()
  await gateway.die()
})

test('without a gateway the house starts, says that it is away, and stops', async () => {
  const channel = await started('insecure_token', '127.0.0.1:9')
  await expect.poll(() => channel.health().why, { timeout: 15_000 }).toBe('away')
  const to = { channel: 'wechaty', account: 'a', user: 'u' }
  const message = { from: 'bot', text: '您好', urgency: 'question' } as const
  expect(await channel.send({ to, message, key: 'k' })).toMatchObject({ status: 'retry' })
  await channel.stop?.()
})

test('a token without its prefix is no reason to fall over', async () => {
  const channel = await started('token', '127.0.0.1:9')
  await expect.poll(() => channel.health().why, { timeout: 15_000 }).toBe('away')
  await channel.stop?.()
})

test('where the packages are missing a sentence says what to install', async () => {
  vi.doMock('wechaty-puppet-service', () => {
    throw new Error("Cannot find package 'wechaty-puppet-service'")
  })
  const { channel } = createWechaty({ token: 'insecure_t', endpoint: 'h:1', alone: '' }, SINK)
  await expect(channel.start?.()).rejects.toMatchObject({
    code: 'bad_configuration',
    details: { wrong: [expect.stringContaining('npm install wechaty')] },
  })
  expect(channel.health()).toMatchObject({ ok: false, why: 'not_installed' })
  vi.doUnmock('wechaty-puppet-service')
})

test.each([
  [{ code: 14, message: '14 UNAVAILABLE: Connection dropped' }, 'away'],
  [{ code: 14, message: '14 UNAVAILABLE: No connection established' }, 'never_left'],
  [{ code: 14, message: '14 UNAVAILABLE: connect ECONNREFUSED 127.0.0.1:1' }, 'never_left'],
  [new Error('16 UNAUTHENTICATED: Invalid Wechaty TOKEN'), 'credentials'],
  [{ code: 4, message: '' }, 'timeout'],
  [{ code: 2, message: '2 UNKNOWN: contact 14 not found' }, 'other'],
  [new Error('no grpc manager'), 'never_left'],
  [null, 'other'],
  ['14', 'other'],
])('%o means %s', (error, why) => {
  expect(whyOf(error)).toBe(why)
})

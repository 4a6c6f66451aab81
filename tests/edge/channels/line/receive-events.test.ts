import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLine } from '../../../../src/edge/channels/line/create-line.ts'
import type { ChannelSink } from '../../../../src/work/ports/channel.ts'
import { aText, aUser } from '../../../support/fake-line/events.ts'
import { SECRET, TOKEN } from '../../../support/fake-line/open-fake-line.ts'
import { signed, signedBody } from '../../../support/fake-line/signed.ts'
import { taking } from '../../../support/taking.ts'

type Arrival = Parameters<ChannelSink['receive']>[0]

function aHouse(receive: ChannelSink['receive']) {
  const sink: ChannelSink = {
    ...taking(receive),
    conversationOf: () => 'c',
    keep: async () => ({ status: 'refused', why: 'kind' }),
    open: async () => null,
    now: Date.now,
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
    report: () => {},
  }
  const texts = { alone: 'a', fileLink: 'b', fileAsk: 'c' }
  const { routes } = createLine({ secret: SECRET, token: TOKEN, texts }, sink)
  const [webhook] = routes
  if (!webhook) throw new Error('no route')
  return webhook.answer
}

const ANSWERED = { conversation: 'c', status: 'answered', messages: [] } as const

test('any bytes with any signature get an answer, and nothing unsigned gets further', async () => {
  const heard: Arrival[] = []
  const answer = aHouse(async (arrival) => {
    heard.push(arrival)
    return ANSWERED
  })
  const header = fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined })
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), header, async (body, given) => {
      const headers = { 'x-line-signature': given }
      expect(await answer({ query: {}, headers, body })).toEqual({ status: 401 })
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.json(), async (body) => {
      expect((await answer(signedBody(body))).status).toBe(400)
    }),
  )
  expect(heard).toEqual([])
})

test('one person is heard in order, one after the other; many are heard side by side', async () => {
  const [slow, quick] = [aUser(), aUser()]
  const log: string[] = []
  let release = () => {}
  const quickIsDone = new Promise<void>((resolve) => {
    release = resolve
  })
  const answer = aHouse(async ({ user, incoming }) => {
    const name = `${user === slow ? 'slow' : 'quick'} ${incoming.kind === 'text' ? incoming.text : ''}`
    log.push(`begins ${name}`)
    if (name === 'slow 1') await quickIsDone
    log.push(`ends ${name}`)
    if (name === 'quick 2') release()
    return ANSWERED
  })
  const events = [aText(slow, '1'), aText(slow, '2'), aText(quick, '1'), aText(quick, '2')]
  expect(await answer(signed(events.toReversed()))).toEqual({ status: 200 })
  const of = (who: string) => log.filter((line) => line.includes(who))
  for (const who of ['slow', 'quick'])
    expect(of(who)).toEqual([
      `begins ${who} 1`,
      `ends ${who} 1`,
      `begins ${who} 2`,
      `ends ${who} 2`,
    ])
})

test('when one message is not kept, the later ones of this person wait for the second delivery', async () => {
  const [user, other] = [aUser(), aUser()]
  const heard: string[] = []
  const answer = aHouse(async (arrival) => {
    heard.push(
      `${arrival.user === user ? 'a' : 'b'} ${(arrival.incoming as { text: string }).text}`,
    )
    if (heard.length === 1) throw new Error('no database')
    return ANSWERED
  })
  const events = [aText(user, '1'), aText(user, '2'), aText(other, '1')]
  expect(await answer(signed(events))).toEqual({ status: 500 })
  expect(heard).toEqual(['a 1', 'b 1'])
  expect(await answer(signed(events))).toEqual({ status: 200 })
  expect(heard.slice(2)).toEqual(['a 1', 'b 1', 'a 2'])
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capabilitiesOf } from '../../src/core/contract/channel/channel-table.ts'
import { measure } from '../../src/core/contract/channel/measure.ts'
import { numbered, type Outgoing } from '../../src/core/events/outgoing.ts'
import { TRIED, TROUBLES, type TriedChannel } from '../support/tried-channels.ts'

/**
 * What the house expects of every channel that it writes to, tried over each one's own platform. LINE's fake
 * also holds every message against LINE's own schemas when it is given them:
 * `HEARTH_LINE_OPENAPI=<folder of line-openapi> npx vitest run tests/contract/channels.test.ts`
 */
describe.each(Object.keys(TRIED))('%s', (name) => {
  let tried: TriedChannel
  beforeAll(async () => {
    tried = await (TRIED[name] as () => Promise<TriedChannel>)()
  })
  afterAll(() => tried.close())

  const send = (user: string, message: Outgoing, key = randomUUID()) =>
    tried.channel.send({ to: { channel: name, account: tried.account, user }, message, key })

  const said = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
    from: 'bot',
    text,
    urgency: 'receipt',
    ...more,
  })

  test('it bears its name and shows what the table says of it', () => {
    expect(tried.channel.name).toBe(name)
    expect(tried.channel.capabilities).toEqual(capabilitiesOf(name))
    expect(tried.channel.health().ok).toBe(true)
  })

  test('a message arrives once, also when it is sent again under its key', async () => {
    const user = await tried.someone()
    const before = tried.shown(user).length
    const key = randomUUID()
    expect((await send(user, said('记下了。'), key)).status).toBe('sent')
    expect((await send(user, said('记下了。'), key)).status).toBe('sent')
    expect(tried.shown(user).slice(before)).toEqual([{ text: '记下了。', options: [] }])
  })

  test('of a question every answer can be tapped, or is a number in the text', async () => {
    const user = await tried.someone()
    const labels = ['看病', '吃饭', '房租']
    const options = labels.map((label, at) => ({ id: `where#${at}`, label }))
    const message = said('钱主要花在哪里？', { options, urgency: 'question' })
    expect((await send(user, message)).status).toBe('sent')
    const shown = tried.shown(user).at(-1)
    const { style } = tried.channel.capabilities.options
    if (style === 'menu')
      expect(shown?.options).toEqual(labels.map((each, n) => `${n + 1} ${each}`))
    else expect(shown?.text).toBe(numbered(message))
    if (style === 'chips') expect(shown?.options).toEqual(labels)
  })

  test('a long story arrives whole, in pieces that the platform takes', async () => {
    const user = await tried.someone()
    const before = tried.shown(user).length
    const { most, unit } = tried.channel.capabilities.text
    const sentence = '我们已经收到您的求助，工作人员会尽快联系您。'
    const times = Math.ceil((most * 1.5) / measure(sentence, unit))
    expect((await send(user, said(sentence.repeat(times)))).status).toBe('sent')
    const pieces = tried.shown(user).slice(before)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.map(({ text }) => text).join('')).toBe(sentence.repeat(times))
    for (const { text } of pieces) expect(measure(text, unit)).toBeLessThanOrEqual(most)
  })

  test.each(TROUBLES)(
    'when its platform is %s it ends within 5 s and says how',
    async (trouble) => {
      const user = await tried.someone()
      tried.trouble(trouble)
      const began = performance.now()
      const sent = await send(user, said('记下了。'))
      expect(performance.now() - began).toBeLessThan(5_000)
      expect(['sent', 'retry', 'unknown', 'undeliverable']).toContain(sent.status)
      // Only what the platform has said yes to is sent.
      if (trouble === 'silent' || trouble === 'cut') expect(sent.status).not.toBe('sent')
    },
  )

  test('what a platform does not have is gone or later, never an error', async () => {
    const found = await tried.channel.fetchMedia?.('nothing-of-this-name')
    expect(['gone', 'later', undefined]).toContain(found)
  })
})

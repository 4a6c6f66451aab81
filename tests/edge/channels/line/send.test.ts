import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Outgoing } from '../../../../src/core/events/outgoing.ts'
import { MINUTE, SECOND } from '../../../../src/core/time.ts'
import { createLine } from '../../../../src/edge/channels/line/create-line.ts'
import { retryKeyOf } from '../../../../src/edge/channels/line/retry-key.ts'
import type { ChannelSink } from '../../../../src/work/ports/channel.ts'
import type { Departures } from '../../../../src/work/ports/departures.ts'
import { anUnfollow, aText, aUser } from '../../../support/fake-line/events.ts'
import {
  DESTINATION,
  type FakeLine,
  openFakeLine,
  SECRET,
  STRICTNESS,
  TOKEN,
} from '../../../support/fake-line/open-fake-line.ts'
import { signed } from '../../../support/fake-line/signed.ts'
import { LINE_TEXTS } from '../../../support/line-house.ts'
import { taking } from '../../../support/taking.ts'

let fake: FakeLine
let time = 0
beforeAll(async () => {
  fake = await openFakeLine(() => time)
})
afterAll(() => fake.close())
beforeEach(() => {
  time = Date.parse('2026-11-20T10:00:00+08:00')
  fake.mood = () => 'well'
  fake.quota = 200
  fake.calls.length = 0
  fake.broken.length = 0
})

type Config = Partial<Parameters<typeof createLine>[0]>

/** The adapter alone, with a clock that stands. */
function anAdapter(config: Config = {}, change: Partial<ChannelSink> = {}) {
  const reports: object[] = []
  const sink: ChannelSink = {
    ...taking(async () => ({ conversation: 'c', status: 'answered', messages: [] })),
    conversationOf: () => 'conversation',
    keep: async () => ({ status: 'refused', why: 'kind' }),
    open: async () => null,
    now: () => time,
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
    report: (code, facts) => void reports.push({ code, ...facts }),
    ...change,
  }
  const urls = { apiUrl: fake.url, dataUrl: fake.url }
  const line = createLine(
    { secret: SECRET, token: TOKEN, ...urls, texts: LINE_TEXTS, ...config },
    sink,
  )
  const user = aUser()
  const [webhook] = line.routes
  return {
    ...line,
    user,
    reports,
    hear: (...events: object[]) => webhook?.answer(signed(events)),
    /** A message of the person, and with it a reply token. */
    writes: async () => {
      await webhook?.answer(signed([aText(user, '在', { replyToken: fake.issueToken(user) })]))
    },
    send: (message: Partial<Outgoing> = {}, key: string = randomUUID()) =>
      line.channel.send({
        to: { channel: 'line', account: DESTINATION, user },
        message: { from: 'bot', text: '您好', urgency: 'question', ...message },
        key,
      }),
    sees: () => fake.shown(user),
  }
}

const how = (shown: readonly { readonly how: string }[]) => shown.map((each) => each.how)

test(`an answer is a free reply while the token is fresh, then a push (by ${STRICTNESS})`, async () => {
  const { send, writes, sees } = anAdapter()
  await writes()
  expect(await send()).toEqual({ status: 'sent', id: expect.any(String) })
  expect(await send()).toMatchObject({ status: 'sent' })
  await writes()
  await writes()
  await send()
  await send()
  await writes()
  time += MINUTE
  await send()
  expect(how(sees())).toEqual(['reply', 'push', 'reply', 'reply', 'push'])
  // The stale token was not even tried.
  expect(fake.calls.length).toBe(5)
  expect(fake.broken).toEqual([])
})

test('what went out by reply is not sent again under its key', async () => {
  const { send, writes, sees } = anAdapter()
  await writes()
  const key = randomUUID()
  for (let n = 0; n < 3; n++) expect(await send({}, key)).toMatchObject({ status: 'sent' })
  expect(how(sees())).toEqual(['reply'])
})

test('a token that LINE no longer knows costs a push, never the answer', async () => {
  const { send, hear, user, sees } = anAdapter()
  await hear(aText(user, '在', { replyToken: 'unknown' }))
  expect(await send()).toMatchObject({ status: 'sent' })
  expect(how(sees())).toEqual(['push'])
})

test('options are chips with their ids, and their numbers stand in the text', async () => {
  const { send, sees } = anAdapter()
  const options = Array.from({ length: 15 }, (_, n) => ({
    id: `need#${n}`,
    label: `第${n + 1}样，家里老人没有人照顾，身边也没有别人`,
  }))
  await send({ text: '是哪一样？', options })
  const [shown] = sees()
  expect(shown?.chips.length).toBe(13)
  expect(shown?.chips[0]?.data).toBe('need#0')
  expect(shown?.text).toContain('15 第15样')
  expect(fake.broken).toEqual([])
})

test('a long text arrives whole, in order, in as few calls as can be', async () => {
  const { send, sees } = anAdapter()
  const text = Array.from({ length: 4_000 }, (_, n) => `第${n}句话。`).join('')
  expect(await send({ text })).toMatchObject({ status: 'sent' })
  expect(
    sees()
      .map((each) => each.text)
      .join(''),
  ).toBe(text)
  expect(fake.calls.length).toBe(Math.ceil(sees().length / 5))
  expect(fake.broken).toEqual([])
})

test.each(['accepts_silently', 'accepts_and_fails'] as const)(
  'when LINE %s, trying again shows nothing twice, by reply and by push',
  async (mood) => {
    const { send, writes, sees } = anAdapter({ patience: 400 })
    await writes()
    for (let n = 0; n < 2; n++) {
      const key = randomUUID()
      fake.mood = () => mood
      const began = performance.now()
      expect(await send({}, key)).toMatchObject({ status: 'retry' })
      expect(performance.now() - began).toBeLessThan(4_500)
      fake.mood = () => 'well'
      expect(await send({}, key)).toMatchObject({ status: 'sent' })
    }
    expect(how(sees())).toEqual(['reply', 'push'])
  },
)

test('keys of the house become keys that every platform takes, each its own and always the same', () => {
  const house = '0f1e2d3c-4b5a-8978-b695-a4b3c2d1e0ff'
  expect(retryKeyOf(house, 0)).toBe('0f1e2d3c-4b5a-4978-b695-a4b3c2d1e0ff')
  const keys = [0, 1, 2].map((k) => retryKeyOf(house, k))
  expect(new Set(keys).size).toBe(3)
  expect([0, 1, 2].map((k) => retryKeyOf(house, k))).toEqual(keys)
  for (const key of keys)
    expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

test('a push in doubt stays a push, though the person has written meanwhile', async () => {
  const { send, writes, sees } = anAdapter()
  const key = randomUUID()
  fake.mood = () => 'accepts_and_fails'
  expect(await send({}, key)).toMatchObject({ status: 'retry' })
  fake.mood = () => 'well'
  await writes()
  expect(await send({}, key)).toMatchObject({ status: 'sent' })
  expect(how(sees())).toEqual(['push'])
})

test('when LINE takes nothing and never answers, the next try does, with the same token', async () => {
  const { send, writes, sees } = anAdapter({ patience: 400 })
  await writes()
  const key = randomUUID()
  fake.mood = () => 'silent'
  expect(await send({}, key)).toEqual({ status: 'retry', why: 'timeout' })
  fake.mood = () => 'well'
  expect(await send({}, key)).toMatchObject({ status: 'sent' })
  expect(how(sees())).toEqual(['reply'])
})

test('a reply in doubt whose token has run out: a question is left, a warning is said again', async () => {
  const { send, writes, sees } = anAdapter()
  const [question, warning] = [randomUUID(), randomUUID()]
  await writes()
  await writes()
  fake.mood = () => ({ status: 500 })
  await send({}, question)
  await send({ urgency: 'urgent' }, warning)
  fake.mood = () => 'well'
  time += MINUTE
  expect(await send({}, question)).toEqual({ status: 'unknown', why: 'timeout' })
  expect(await send({ urgency: 'urgent' }, warning)).toMatchObject({ status: 'sent' })
  expect(how(sees())).toEqual(['push'])
})

test('a second try that is told to come later leaves the doubt, and a third one settles it', async () => {
  const { send, writes, sees } = anAdapter()
  await writes()
  const key = randomUUID()
  fake.mood = () => 'accepts_and_fails'
  await send({}, key)
  fake.mood = () => ({ status: 429, body: '{}' })
  expect(await send({}, key)).toMatchObject({ status: 'retry', why: 'rate' })
  fake.mood = () => 'well'
  expect(await send({}, key)).toEqual({ status: 'sent' })
  expect(how(sees())).toEqual(['reply'])
})

test.each([
  [
    'a rate limit',
    { status: 429, body: '{"message":"The API rate limit has been exceeded. Try again later."}' },
    { status: 'retry', why: 'rate', after: 3 * SECOND },
  ],
  [
    'a rate limit that tells how long',
    { status: 429, body: '{}', headers: { 'retry-after': '7' } },
    { status: 'retry', why: 'rate', after: 7 * SECOND },
  ],
  [
    'the month used up',
    { status: 429, body: '{"message":"You have reached your monthly limit."}' },
    { status: 'undeliverable', why: 'quota' },
  ],
  [
    'a token that is refused',
    { status: 401, body: '{}' },
    { status: 'retry', why: 'credentials', after: MINUTE },
  ],
  [
    'a message that is refused',
    { status: 400, body: '{"message":"bad","details":[{"property":"messages[0].text"}]}' },
    { status: 'undeliverable', why: 'invalid' },
  ],
  [
    'a user that is not there',
    { status: 404, body: '{}' },
    { status: 'undeliverable', why: 'invalid' },
  ],
  ['an error', { status: 503, body: '<html>' }, { status: 'retry', why: 'down' }],
  ['garbage with a good status', { status: 200, body: '\u0000{[' }, { status: 'sent' }],
  ['an answer without end', { status: 200, body: 'x'.repeat(2_000_000) }, { status: 'sent' }],
  [
    'a redirect',
    { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
    { status: 'retry', why: 'timeout' },
  ],
] as const)('%s is told for what it is', async (_, mood, sent) => {
  const { send } = anAdapter()
  fake.mood = () => mood
  expect(await send()).toEqual(sent)
})

test('what LINE refused is told by its place, never by its words', async () => {
  const { send, reports } = anAdapter()
  fake.mood = () => ({
    status: 400,
    body: '{"message":"王秀英","details":[{"message":"王秀英","property":"messages[0].text"}]}',
  })
  await send()
  expect(reports).toContainEqual({ code: 'line_refused', status: 400, at: 'messages[0].text' })
  expect(JSON.stringify(reports)).not.toContain('王秀英')
})

test('a platform that is away is asked by one call every ten seconds, and found again', async () => {
  const { send, channel } = anAdapter()
  fake.mood = () => ({ status: 500 })
  for (let n = 0; n < 5; n++) expect(await send()).toMatchObject({ status: 'retry' })
  expect(channel.health()).toMatchObject({ ok: false, why: 'down' })
  const sends = () => fake.calls.filter(({ path }) => path.endsWith('/push')).length
  expect(await send()).toEqual({ status: 'retry', after: 10 * SECOND, why: 'down' })
  expect(sends()).toBe(5)
  time += 10 * SECOND
  const [one, other] = await Promise.all([send(), send()])
  expect([one.status, other.status]).toEqual(['retry', 'retry'])
  expect(sends()).toBe(6)
  time += 10 * SECOND
  fake.mood = () => 'well'
  expect(await send()).toMatchObject({ status: 'sent' })
  expect(await send()).toMatchObject({ status: 'sent' })
  expect(channel.health()).toMatchObject({ ok: true })
})

test('nothing is sent to who blocked us, until they write again; a late word of it changes nothing', async () => {
  const { send, hear, user, sees } = anAdapter()
  const early = anUnfollow(user)
  await hear(aText(user, '在'))
  await hear(early)
  expect(await send()).toMatchObject({ status: 'sent' })
  await hear(anUnfollow(user))
  expect(await send()).toEqual({ status: 'undeliverable', why: 'blocked' })
  await hear(aText(user, '我回来了'))
  expect(await send()).toMatchObject({ status: 'sent' })
  expect(sees().length).toBe(2)
})

test('a block outlives a restart; whoever writes again or follows again is written to', async () => {
  const gone = new Set<string>()
  const departures: Departures = {
    leave: async (id) => void gone.add(id),
    back: async (id) => void gone.delete(id),
    isGone: async (id) => gone.has(id),
  }
  const before = anAdapter({}, { departures })
  await before.hear(anUnfollow(before.user))
  const after = anAdapter({}, { departures })
  expect(await after.send()).toEqual({ status: 'undeliverable', why: 'blocked' })
  const later = anAdapter({}, { departures })
  await later.hear(aText(later.user, '我回来了'))
  expect(await later.send()).toMatchObject({ status: 'sent' })
  expect(gone.size).toBe(0)
})

test('while somebody else has the floor only safety and our advisers speak', async () => {
  const { send, hear, user, reports } = anAdapter()
  await hear(aText(user, '在', { mode: 'standby', replyToken: fake.issueToken(user) }))
  expect(await send()).toEqual({ status: 'undeliverable' })
  expect(reports).toContainEqual({ code: 'line_standby', message: expect.any(String) })
  expect(await send({ urgency: 'urgent' })).toMatchObject({ status: 'sent' })
  expect(await send({ from: 'adviser', urgency: 'receipt' })).toMatchObject({ status: 'sent' })
  await hear(aText(user, '在'))
  expect(await send()).toMatchObject({ status: 'sent' })
})

test('dots are for who waits for an answer that is coming, and for nobody else', async () => {
  const seconds: (() => void)[] = []
  const answer = { seq: 1, id: 'a', from: 'bot', text: '您好', at: 0 } as const
  const came = { status: 'answered', messages: [answer] } as { status: string; messages: object[] }
  const { hear, send, user } = anAdapter(
    {},
    {
      ...taking(async () => ({ conversation: 'c', ...came }) as never),
      wait: (ms) =>
        ms === 1_000 ? new Promise((done) => seconds.push(done)) : new Promise(() => {}),
    },
  )
  const aSecondLater = async () => {
    for (const pass of seconds.splice(0)) pass()
    await new Promise((done) => setTimeout(done, 50))
  }
  await hear(aText(user, '在'))
  await send()
  await aSecondLater()
  expect(fake.dots).not.toContain(user)
  time += SECOND
  came.messages = []
  await hear(aText(user, '我跟顾问说话'))
  await aSecondLater()
  came.messages = [answer]
  came.status = 'duplicate'
  await hear(aText(user, '又一次'))
  await aSecondLater()
  expect(fake.dots).not.toContain(user)
  came.status = 'answered'
  await hear(aText(user, '还在吗'))
  await aSecondLater()
  await expect.poll(() => fake.dots).toContain(user)
})

test('a picture of an adviser is shown from an address that nobody can make up, and that ends', async () => {
  const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
  const { send, sees, routes } = anAdapter(
    { publicUrl: 'https://hearth.example/' },
    { open: async (_, file) => (file === 'f1' ? { type: 'image/jpeg', bytes: picture } : null) },
  )
  const media = { kind: 'image', files: ['f1'] } as const
  expect(await send({ from: 'adviser', text: '您看看', media })).toMatchObject({ status: 'sent' })
  const [shown, words] = sees()
  expect(words?.text).toBe('您看看')
  const link = new URL(String(shown?.message.originalContentUrl))
  expect(link.origin + link.pathname).toBe('https://hearth.example/webhooks/line/files')
  const open = (change: Record<string, string> = {}) =>
    routes[1]?.answer({
      query: { ...Object.fromEntries(link.searchParams), ...change },
      headers: {},
      body: new Uint8Array(),
    })
  expect(await open()).toEqual({ status: 200, body: { type: 'image/jpeg', text: picture } })
  for (const change of [{ f: 'f2' }, { c: 'other' }, { u: String(time + 1e12) }, { s: '' }])
    expect(await open(change)).toEqual({ status: 404 })
  time += 8 * 24 * 3_600_000
  expect(await open()).toEqual({ status: 404 })
})

test('what LINE cannot show is a link; in a house without an address a sentence says what to do', async () => {
  const files = { kind: 'file', files: ['f1'] } as const
  const linked = anAdapter({ publicUrl: 'https://hearth.example' })
  await linked.send({ from: 'adviser', text: '', media: files })
  expect(linked.sees()[0]?.text).toContain('https://hearth.example/webhooks/line/files?')
  const alone = anAdapter()
  await alone.send({ from: 'adviser', text: '', media: { ...files, kind: 'image' } })
  expect(alone.sees().map(({ text }) => text)).toEqual([LINE_TEXTS.fileAsk])
  expect(fake.broken).toEqual([])
})

test('pictures are fetched by their id; not yet there is not gone', async () => {
  const { channel } = anAdapter()
  fake.contents.set('1', Buffer.from('a picture'))
  fake.contents.set('2', 'preparing')
  fake.contents.set('4', Buffer.alloc(6_000_000))
  expect(Buffer.from((await channel.fetchMedia?.('1')) as Uint8Array).toString()).toBe('a picture')
  expect(await channel.fetchMedia?.('2')).toBe('later')
  expect(await channel.fetchMedia?.('3')).toBe('gone')
  expect(await channel.fetchMedia?.('4')).toHaveLength(5_000_001)
  fake.mood = () => ({ status: 500 })
  expect(await channel.fetchMedia?.('1')).toBe('later')
})

test('what is left of the month is a figure for operators', async () => {
  const { channel, send, writes } = anAdapter()
  await send()
  await channel.start?.()
  expect(channel.health().gauges).toMatchObject({ pushes_left: 199, pushes_used: 1 })
  fake.quota = 0
  expect(await send()).toEqual({ status: 'undeliverable', why: 'quota' })
  expect(channel.health()).toMatchObject({ ok: true, why: 'quota' })
  await writes()
  expect(await send()).toMatchObject({ status: 'sent' })
  expect(channel.health()).toMatchObject({ ok: true, why: 'quota' })
})

test('the display name of a friend is told, and of nobody when LINE does not answer', async () => {
  const { channel, user } = anAdapter()
  const of = { channel: 'line', account: 'a', user }
  expect(await channel.nameOf?.(of)).toMatch(/\S/)
  const away = anAdapter({ apiUrl: 'http://127.0.0.1:9' })
  expect(await away.channel.nameOf?.(of)).toBe(null)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Pool } from '../../../../src/edge/storage/pool.ts'
import { openDatabase, type TestDatabase } from '../../../support/database.ts'
import {
  aFollow,
  aMessage,
  anEvent,
  anUnsend,
  aTap,
  aText,
  aUser,
  inGroup,
} from '../../../support/fake-line/events.ts'
import {
  type FakeLine,
  openFakeLine,
  STRICTNESS,
} from '../../../support/fake-line/open-fake-line.ts'
import { signedBody } from '../../../support/fake-line/signed.ts'
import { LINE_TEXTS, type LineHouse, openLineHouse } from '../../../support/line-house.ts'
import { taking } from '../../../support/taking.ts'

let database: TestDatabase
let pool: Pool
let fake: FakeLine
let house: LineHouse
beforeAll(async () => {
  database = await openDatabase()
  pool = database.pool('hearth_turn', { max: 8 })
  fake = await openFakeLine()
  house = await openLineHouse(pool, fake)
})
afterAll(async () => {
  await house.stop()
  await fake.close()
  await database.close()
})

const account = `U${'0'.repeat(32)}`

async function turnsOf(user: string) {
  const id = house.engine.conversationOf('line', account, user)
  const { rows } = await pool.query('select 1 from turn where conversation_id = $1', [id])
  return rows.length
}

/** LINE comes again until it is told yes: on a busy machine a turn may take longer than it waits. */
const delivered = (url: string, events: readonly object[]) =>
  expect.poll(() => fake.deliver(url, events), { timeout: 10_000 }).toBe(200)

const until = (user: string, count: number, from: FakeLine = fake) =>
  expect.poll(() => from.shown(user).length, { timeout: 5_000 }).toBeGreaterThanOrEqual(count)

test(`a talk from 你好 to a case, by words, taps and numbers (by ${STRICTNESS})`, async () => {
  const real = await openLineHouse(pool, fake, { flows: true })
  const user = aUser()
  const heard = async (event: object) => {
    const before = fake.shown(user).length
    await delivered(real.url, [event])
    await until(user, before + 1)
    return fake.shown(user).slice(before)
  }
  const say = (text: string) => heard(aText(user, text, { replyToken: fake.issueToken(user) }))
  const tap = (label: RegExp) => {
    const chips = fake.shown(user).at(-1)?.chips ?? []
    const chip = chips.find((each) => label.test(each.label))
    if (!chip) throw new Error(`no chip ${label} among ${chips.map((each) => each.label)}`)
    return heard(aTap(user, chip.data, { replyToken: fake.issueToken(user) }))
  }
  await heard(aFollow(user, { replyToken: fake.issueToken(user) }))
  await say('你好')
  await tap(/同意|可以/)
  const old = fake
    .shown(user)
    .at(-1)
    ?.chips.find(({ label }) => /邻居/.test(label))
  await tap(/自己/)
  // The chips of an earlier question correct its answer, which is asked about first.
  const token = { replyToken: fake.issueToken(user) }
  const corrected = await heard(aTap(user, old?.data ?? '', token))
  expect(corrected.at(-1)?.text).toContain('邻居')
  await say('不对')
  await say('王秀英')
  await say('138 0013 8000')
  await say('华院居委')
  await say('对')
  await say('老伴住院，钱不够，家里没人照顾')
  await tap(/^对$/)
  const last = await say('7')
  expect(last.at(-1)?.text).toMatch(/\d{4}-\d{4}/)
  const id = real.engine.conversationOf('line', account, user)
  const { rows } = await pool.query(
    'select queue, channel from help_case where conversation_id = $1',
    [id],
  )
  expect(rows).toEqual([{ queue: 'street:310105001', channel: 'line' }])
  // All of it was free: every answer went with the token of its message.
  expect(new Set(fake.shown(user).map(({ how }) => how))).toEqual(new Set(['reply']))
  expect(fake.broken).toEqual([])
  await real.stop()
})

test('who did not sign is not heard, whatever is wrong with the signature', async () => {
  const user = aUser()
  expect(await fake.deliver(house.url, [aText(user, '在')], 'another secret')).toBe(401)
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${house.url}/webhooks/line`, { method: 'POST', headers, body })
  const body = JSON.stringify({ destination: account, events: [aText(user, '在')] })
  const { headers } = signedBody(body)
  const signature = String(headers['x-line-signature'])
  expect((await post({}, body)).status).toBe(401)
  for (const wrong of ['', 'x', '=', '乱'.normalize(), signature.slice(1), `${signature}AAAA`]) {
    const odd = /^[\x20-\x7e]*$/.test(wrong) ? wrong : encodeURIComponent(wrong)
    expect((await post({ 'x-line-signature': odd }, body)).status).toBe(401)
  }
  // One space more: other bytes, though the same JSON.
  expect((await post({ 'x-line-signature': signature }, `${body} `)).status).toBe(401)
  expect(await turnsOf(user)).toBe(0)
  expect((await post({ 'x-line-signature': signature }, body)).status).toBe(200)
  expect(await turnsOf(user)).toBe(1)
})

test('while the secret is changed both are good', async () => {
  const changing = await openLineHouse(pool, fake, { config: { secret: 'new-secret, old-secret' } })
  for (const secret of ['new-secret', 'old-secret'])
    expect(await fake.deliver(changing.url, [], secret)).toBe(200)
  expect(await fake.deliver(changing.url, [], 'new-secret, old-secret')).toBe(401)
  await changing.stop()
})

test('hostile JSON with a good signature is refused or left, and the house goes on', async () => {
  const { line } = house
  const [webhook] = line.routes
  const send = async (body: string) => (await webhook?.answer(signedBody(body)))?.status
  for (const body of ['', 'null', '[]', '"events"', '{"events":[]}', '['.repeat(900_000)])
    expect(await send(body)).toBe(400)
  const wrong = ['1', 'null', '[[[]]]', '{"type":{}}', '{"type":"message","webhookEventId":7}']
  for (const event of wrong)
    expect(await send(`{"destination":"${account}","events":[${event}]}`)).toBe(200)
  expect(line.channel.health().gauges?.events_ignored).toBeGreaterThanOrEqual(wrong.length)
})

test('the same event again is one turn and one answer; several in one body keep their order', async () => {
  const user = aUser()
  const [first, second] = [aText(user, '一'), aText(user, '二')]
  await delivered(house.url, [second, first])
  expect(await turnsOf(user)).toBe(2)
  const again = { ...first, deliveryContext: { isRedelivery: true } }
  await delivered(house.url, [again])
  await delivered(house.url, [again, second])
  await until(user, 2)
  expect(await turnsOf(user)).toBe(2)
  const said = fake.shown(user).map(({ text }) => text)
  expect(said.length).toBe(new Set(said).size)
  expect(said.findIndex((text) => text.includes('一'))).toBeLessThan(
    said.findIndex((text) => text.includes('二')),
  )
})

test('the console\'s "Verify" sends no events and is told yes', async () => {
  await delivered(house.url, [])
})

test('what is not durable in time is not acknowledged, and the second copy is one turn', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const slow = await openLineHouse(pool, fake, {
    sink: (sink) => ({
      ...sink,
      ...taking(async (arrival) => {
        await held
        return sink.receive(arrival)
      }),
    }),
  })
  const user = aUser()
  const event = aText(user, '在')
  const began = performance.now()
  expect(await fake.deliver(slow.url, [event])).toBe(500)
  expect(performance.now() - began).toBeLessThan(1_900)
  release()
  await delivered(slow.url, [event])
  await until(user, 1)
  expect(await turnsOf(user)).toBe(1)
  await slow.stop()
})

test('when the store fails, LINE is told to come again', async () => {
  const failing = await openLineHouse(pool, fake, {
    sink: (sink) => ({ ...sink, ...taking(() => Promise.reject(new Error('no database'))) }),
  })
  const event = aText(aUser(), '在')
  expect(await fake.deliver(failing.url, [event])).toBe(500)
  expect(failing.reports).toContainEqual({ code: 'line_not_kept', event: event.webhookEventId })
  await failing.stop()
})

test('a picture is one turn that knows what to fetch; taking a message back names it', async () => {
  const arrivals: object[] = []
  const watched = await openLineHouse(pool, fake, {
    sink: (sink) => ({
      ...sink,
      ...taking(async ({ incoming, externalId }) => {
        arrivals.push({ incoming, externalId })
        return { conversation: 'c', status: 'answered', messages: [] }
      }),
    }),
  })
  const user = aUser()
  const picture = aMessage(user, 'image', { contentProvider: { type: 'line' } })
  const unsend = anUnsend(user, picture.message.id)
  await fake.deliver(watched.url, [picture, unsend])
  expect(arrivals).toEqual([
    {
      externalId: picture.message.id,
      incoming: { kind: 'media', media: 'image', count: 1, fetch: [picture.message.id] },
    },
    {
      externalId: unsend.webhookEventId,
      incoming: { kind: 'unsent', externalId: picture.message.id },
    },
  ])
  await watched.stop()
})

test('a group is told once to write alone, and nothing of it is kept', async () => {
  const user = aUser()
  const inIt = () =>
    anEvent('message', inGroup('Cgroup', user), {
      replyToken: fake.issueToken('Cgroup'),
      message: { type: 'text', id: '1', text: '我家没钱了', quoteToken: 'q' },
    })
  await delivered(house.url, [inIt(), inIt()])
  await delivered(house.url, [inIt()])
  await until('Cgroup', 1)
  expect(fake.shown('Cgroup').map(({ text }) => text)).toEqual([LINE_TEXTS.alone])
  expect(await turnsOf(user)).toBe(0)
})

test('who waits for a second sees that somebody is there', async () => {
  const user = aUser()
  fake.mood = (path) => (path.endsWith('/loading/start') ? 'well' : { status: 429, body: '{}' })
  await fake.deliver(house.url, [aText(user, '在', { replyToken: fake.issueToken(user) })])
  await expect.poll(() => fake.dots, { timeout: 3_000 }).toContain(user)
  fake.mood = () => 'well'
  await until(user, 1)
})

test('through a platform in trouble everybody is answered once, in order', async () => {
  const people = Array.from({ length: 12 }, aUser)
  const moods = ['accepts_and_fails', { status: 500 }, { status: 429, body: '{}' }] as const
  let n = 0
  fake.mood = (path) => {
    if (!/reply|push/.test(path)) return 'well'
    n++
    return n % 4 === 0 ? (moods[(n / 4) % 3] ?? 'well') : 'well'
  }
  fake.quota = 1_000
  for (let k = 0; k < 4; k++)
    await Promise.all(
      people.map((user) =>
        delivered(house.url, [aText(user, `话${k}`, { replyToken: fake.issueToken(user) })]),
      ),
    )
  await Promise.all(
    people.map((user) => expect.poll(() => fake.shown(user).length, { timeout: 30_000 }).toBe(4)),
  )
  fake.mood = () => 'well'
  for (const user of people) {
    const order = fake.shown(user).map(({ text }) => /第(\d)句/.exec(text)?.[1])
    expect(order).toEqual(['1', '2', '3', '4'])
  }
})

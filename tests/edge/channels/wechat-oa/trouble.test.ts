import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Outgoing } from '../../../../src/core/events/outgoing.ts'
import { HOUR, MINUTE } from '../../../../src/core/time.ts'
import { createWechatOa } from '../../../../src/edge/channels/wechat-oa/create-wechat-oa.ts'
import { type FakeWechatOa, OA, openFakeWechatOa } from '../../../support/fake-wechat-oa.ts'
import { aPicture } from '../../../support/pictures.ts'
import { taking } from '../../../support/taking.ts'
import { openWechatHouse, type WechatHouse } from '../../../support/wechat-house.ts'

let platform: FakeWechatOa
let house: WechatHouse
/** The dialog thinks this long before it answers. */
let slow = 0
beforeAll(async () => {
  platform = await openFakeWechatOa(() => house.now())
  house = await openWechatHouse(({ sink, windows }) =>
    createWechatOa(
      { ...OA, baseUrl: platform.url, patience: 300 },
      {
        ...sink,
        ...taking(async (arrival) => {
          if (slow < 0) throw new Error('the database is away')
          await new Promise((done) => setTimeout(done, slow))
          return sink.receive(arrival)
        }),
      },
      { windows, isPlace: () => true },
    ),
  )
  platform.connect(`${house.url}/webhooks/wechat-oa`)
})
afterEach(() => {
  slow = 0
  platform.troubles.length = 0
  house.pass(HOUR)
})
afterAll(async () => {
  await house.close()
  await platform.close()
})

const saying = (user: string, more: Partial<Outgoing> = {}) => ({
  to: { channel: 'wechat-oa', account: OA.appId, user },
  message: { from: 'adviser', text: '我是邓老师', urgency: 'question', ...more } as Outgoing,
  key: randomUUID(),
})
const talkOf = (user: string) => house.sink.conversationOf('wechat-oa', OA.appId, user)

async function newTalk(): Promise<string> {
  const user = house.newUser()
  await platform.says(user, '你好')
  return user
}

async function kept(user: string, bytes: Uint8Array): Promise<string> {
  const file = await house.files.keep(talkOf(user), bytes)
  if (file.status !== 'kept') throw new Error(file.why)
  return file.id
}

async function post(query: Record<string, string>, body: string | Buffer) {
  const { status } = await fetch(`${house.url}/webhooks/wechat-oa?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: new Uint8Array(Buffer.from(body)),
  })
  return status
}

test('the address is confirmed to the platform and to nobody else', async () => {
  const [timestamp, nonce] = ['1700000000', 'abc']
  const check = (signature: string) =>
    fetch(
      `${house.url}/webhooks/wechat-oa?${new URLSearchParams({ timestamp, nonce, signature, echostr: '<b>42' })}`,
    )
  const right = await check(platform.envelope.sign(timestamp, nonce))
  expect([right.status, await right.text()]).toEqual([200, '<b>42'])
  expect(right.headers.get('content-type')).toContain('text/plain')
  expect((await check('0'.repeat(40))).status).toBe(403)
  expect((await fetch(`${house.url}/webhooks/wechat-oa`)).status).toBe(403)
})

test('a wrong signature, words in the clear, another account: refused, nothing is taken', async () => {
  const user = house.newUser()
  const xml = platform.xmlOf(user, { MsgType: 'text', Content: '你好', MsgId: '1' })
  const { query, body } = platform.envelope.post(xml)
  expect(await post({ ...query, msg_signature: '0'.repeat(40) }, body)).toBe(403)
  expect(await post({ ...query, timestamp: '1' }, body)).toBe(403)
  expect(await post({}, body)).toBe(403)
  expect(await post(query, xml)).toBe(400)
  const other = platform.envelope.post(xml, 'wx_of_somebody_else')
  expect(await post(other.query, other.body)).toBe(400)
  expect(await house.engine.readMessages(talkOf(user), 0)).toEqual([])
  expect(await post(query, body)).toBe(200)
})

test('hostile bodies are refused quickly', async () => {
  const began = performance.now()
  const sealed = (xml: string) => {
    const { query, body } = platform.envelope.post(xml)
    return post(query, body)
  }
  expect(
    await sealed('<!DOCTYPE a [<!ENTITY b "c">]><xml><FromUserName>&b;</FromUserName></xml>'),
  ).toBe(400)
  expect(await sealed('not xml at all')).toBe(400)
  expect(await sealed('<xml><MsgType>text</MsgType></xml>')).toBe(200)
  expect(await post({}, `<xml>${'<a>'.repeat(20_000)}`)).toBe(400)
  expect(await post({}, Buffer.alloc(1_000_000, 60))).toBe(413)
  expect(await post({}, Buffer.from([0xff, 0xfe, 0x00]))).toBe(400)
  expect(performance.now() - began).toBeLessThan(3_000)
})

test('an old call played again takes nothing and says nothing', async () => {
  const user = await newTalk()
  const xml = platform.xmlOf(user, { MsgType: 'text', Content: '好', MsgId: '77' })
  const { query, body } = platform.envelope.post(xml)
  expect(await post(query, body)).toBe(200)
  const seqs = async () => (await house.engine.readMessages(talkOf(user), 0)).map(({ seq }) => seq)
  const before = await seqs()
  house.pass(MINUTE)
  const again = await fetch(`${house.url}/webhooks/wechat-oa?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body,
  })
  expect(await again.text()).toBe('success')
  expect(await seqs()).toEqual(before)
})

test('what takes longer than a call may wait goes out as a customer service message', async () => {
  slow = 500
  const user = await newTalk()
  await expect.poll(() => platform.shown(user).length).toBe(1)
  expect(platform.shown(user)[0]?.by).toBe('service')
  expect(await house.windows.left(talkOf(user), house.now())).toMatchObject({ messages: 4 })
})

test('what is not durable is not acknowledged: the platform asks three times', async () => {
  slow = -1
  const user = await newTalk()
  expect(platform.texts(user)).toEqual(['该公众号暂时无法提供服务'])
  slow = 0
  expect(await platform.says(user, '你好')).toBe(1)
})

test('an adviser writes five times in 48 hours, the bot four; then it says why not', async () => {
  const user = await newTalk()
  const bot = () => house.channel.send(saying(user, { from: 'bot' }))
  for (let n = 0; n < 4; n++) expect(await bot()).toEqual({ status: 'sent' })
  const closed = { status: 'undeliverable', why: 'window' }
  expect(await bot()).toEqual(closed)
  expect(await house.channel.send(saying(user))).toEqual({ status: 'sent' })
  expect(await house.channel.send(saying(user))).toEqual(closed)
  await platform.says(user, '在吗')
  house.pass(49 * HOUR)
  expect(await house.channel.send(saying(user))).toEqual(closed)
  expect(platform.shown(user).filter(({ by }) => by === 'service')).toHaveLength(5)
})

test('words of danger may use the last one', async () => {
  const user = await newTalk()
  for (let n = 0; n < 4; n++) await house.channel.send(saying(user))
  const urgent = saying(user, { from: 'bot', urgency: 'urgent' })
  expect(await house.channel.send(urgent)).toEqual({ status: 'sent' })
})

test('after a scan three messages in a minute, after a goodbye none', async () => {
  const user = house.newUser()
  await platform.does(user, 'subscribe')
  expect(await house.channel.send(saying(user))).toEqual({ status: 'sent' })
  house.pass(2 * MINUTE)
  expect(await house.channel.send(saying(user))).toMatchObject({ why: 'window' })
  await platform.says(user, '你好')
  await platform.does(user, 'unsubscribe')
  expect(await house.channel.send(saying(user))).toMatchObject({ why: 'blocked' })
})

test('the platform has the last word about the window', async () => {
  const user = await newTalk()
  platform.troubles.push({ code: 45047 })
  expect(await house.channel.send(saying(user))).toEqual({ status: 'undeliverable', why: 'window' })
  expect(await house.windows.left(talkOf(user), house.now())).toBe(null)
})

test('a token that stops working is renewed once, without a word', async () => {
  const user = await newTalk()
  await house.channel.send(saying(user))
  const before = platform.count.tokens
  platform.spoilToken()
  const all = await Promise.all([1, 2, 3].map(() => house.channel.send(saying(user))))
  expect(all.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent'])
  expect(platform.count.tokens - before).toBeLessThanOrEqual(3)
})

test.each([
  [{ code: -1 }, { status: 'retry', why: 'down' }],
  [{ code: 45009 }, { status: 'retry', why: 'quota' }],
  [{ code: 43004 }, { status: 'undeliverable', why: 'blocked' }],
  [{ code: 99999 }, { status: 'undeliverable', why: 'invalid' }],
  ['nonsense', { status: 'unknown', why: 'timeout' }],
  ['cut', { status: 'unknown', why: 'timeout' }],
  ['accepted_then_cut', { status: 'unknown', why: 'timeout' }],
  ['silent', { status: 'unknown', why: 'timeout' }],
] as const)('the API answers %j: %j, within 5 s', async (trouble, outcome) => {
  const user = await newTalk()
  platform.troubles.push(trouble)
  const began = performance.now()
  expect(await house.channel.send(saying(user))).toMatchObject(outcome)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('a refused try gives its message back to the window', async () => {
  const user = await newTalk()
  platform.troubles.push({ code: -1 }, { code: -1 })
  for (let n = 0; n < 2; n++) await house.channel.send(saying(user))
  expect(await house.windows.left(talkOf(user), house.now())).toMatchObject({ messages: 5 })
})

test('a long text goes out in pieces; a try that broke off goes on where it was', async () => {
  const user = await newTalk()
  const text = Array.from({ length: 60 }, (_, n) => `第${n}条：${'困'.repeat(30)}。`).join('')
  const sending = saying(user, { text })
  platform.troubles.push({ code: 0 }, { code: -1 })
  expect(await house.channel.send(sending)).toMatchObject({ status: 'retry' })
  expect(await house.channel.send(sending)).toEqual({ status: 'sent' })
  const pieces = platform.texts(user).slice(1)
  expect(Math.max(...pieces.map((piece) => Buffer.byteLength(piece)))).toBeLessThanOrEqual(2048)
  // The first piece was taken by a platform that only said so.
  expect(text.endsWith(pieces.join(''))).toBe(true)
})

test('what could not go out before goes along with the next answer, in its order', async () => {
  slow = 500
  const user = house.newUser()
  platform.troubles.push(...Array(50).fill({ code: -1 }))
  await platform.says(user, '你好')
  await expect.poll(() => platform.troubles.length).toBeLessThan(50)
  slow = 0
  await platform.says(user, '好')
  platform.troubles.length = 0
  const [both, ...rest] = platform.shown(user)
  expect([both?.by, rest.length]).toEqual(['passive', 0])
  const said = await house.engine.readMessages(talkOf(user), 0)
  const own = said.filter(({ from }) => from !== 'resident').map(({ text }) => text)
  expect(both?.text).toBe(own.join('\n\n'))
})

test("an adviser's picture goes out with the words; a paper does not, and is said to", async () => {
  const user = await newTalk()
  const picture = await kept(user, await aPicture())
  const media = { kind: 'image', files: [picture] } as const
  expect(await house.channel.send(saying(user, { media }))).toEqual({ status: 'sent' })
  expect(platform.texts(user).slice(1)).toEqual(['我是邓老师', '[image up-1]'])
  const paper = await kept(user, Buffer.from('%PDF-1.4 a paper'))
  const papers = { kind: 'file', files: [paper] } as const
  expect(await house.channel.send(saying(user, { media: papers }))).toEqual({
    status: 'undeliverable',
    why: 'invalid',
  })
  const gone = { kind: 'image', files: [randomUUID()] } as const
  expect(await house.channel.send(saying(user, { media: gone }))).toMatchObject({ why: 'invalid' })
})

test('operators see how it goes, without a word that was said', async () => {
  const user = await newTalk()
  platform.troubles.push({ code: -1 })
  await house.channel.send(saying(user))
  const { ok, why, gauges } = house.channel.health()
  expect([ok, why]).toEqual([false, 'down'])
  expect(gauges).toMatchObject({ undeliverable_window: expect.any(Number) })
  await house.channel.send(saying(user))
  expect(house.channel.health()).toMatchObject({ ok: true })
  expect(house.reports.every((code) => code.startsWith('wechat_oa_'))).toBe(true)
})

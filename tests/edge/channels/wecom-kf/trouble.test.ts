import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Outgoing } from '../../../../src/core/events/outgoing.ts'
import { HOUR, SECOND } from '../../../../src/core/time.ts'
import {
  createWecomKf,
  type WecomKf,
} from '../../../../src/edge/channels/wecom-kf/create-wecom-kf.ts'
import { cursorStore } from '../../../../src/edge/storage/channels/cursor-store.ts'
import { type FakeWecom, KF, KF_ACCOUNT, openFakeWecom } from '../../../support/fake-wecom.ts'
import { aPicture } from '../../../support/pictures.ts'
import { taking } from '../../../support/taking.ts'
import { openWechatHouse, type WechatHouse } from '../../../support/wechat-house.ts'

let platform: FakeWecom
let house: WechatHouse
/** The same account in a house whose advisers write in WeCom. */
let inWecom: WecomKf
let broken: boolean | ((user: string) => boolean) = false
/** The place that was reached is not stored. */
let lost = false
beforeAll(async () => {
  platform = await openFakeWecom(() => house.now())
  house = await openWechatHouse(({ sink, windows, cursors }) => {
    const keep: typeof cursors.keep = (...at) =>
      lost ? Promise.reject(new Error('killed')) : cursors.keep(...at)
    const parts = { windows, cursors: { ...cursors, keep }, isPlace: () => true }
    const settings = { ...KF, baseUrl: platform.url, lookEvery: 50 }
    inWecom = createWecomKf({ ...settings, advisersIn: 'wecom' }, sink, parts)
    const receive: typeof sink.receive = (arrival) =>
      (typeof broken === 'function' ? broken(arrival.user) : broken)
        ? Promise.reject(new Error('the database is away'))
        : sink.receive(arrival)
    return createWecomKf(settings, { ...sink, ...taking(receive) }, parts)
  })
  platform.connect(`${house.url}/webhooks/wecom-kf`)
})
afterEach(() => {
  broken = false
  lost = false
  platform.troubles.length = 0
  house.pass(HOUR)
})
afterAll(async () => {
  await inWecom.channel.stop?.()
  await house.close()
  await platform.close()
})

const talkOf = (user: string) => house.sink.conversationOf('wecom-kf', KF_ACCOUNT, user)
const to = (user: string) => ({ channel: 'wecom-kf', account: KF_ACCOUNT, user })
const saying = (user: string, more: Partial<Outgoing> = {}) => ({
  to: to(user),
  message: { from: 'adviser', text: '我是邓老师', urgency: 'question', ...more } as Outgoing,
  key: randomUUID(),
})

/** Someone who said 你好 and was answered: four messages are left. */
async function newTalk(): Promise<string> {
  const user = house.newUser()
  await platform.says(user, '你好')
  await expect.poll(() => platform.shown(user).length).toBe(1)
  return user
}

async function kept(user: string, bytes: Uint8Array): Promise<string> {
  const file = await house.files.keep(talkOf(user), bytes)
  if (file.status !== 'kept') throw new Error(file.why)
  return file.id
}

async function post(query: Record<string, string>, body: string | Buffer) {
  const { status } = await fetch(`${house.url}/webhooks/wecom-kf?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: new Uint8Array(Buffer.from(body)),
  })
  return status
}

test('the address is confirmed to the platform and to nobody else', async () => {
  const echostr = platform.envelope.seal('4242')
  const [timestamp, nonce] = ['1700000000', 'n']
  const msg_signature = platform.envelope.sign(timestamp, nonce, echostr)
  const check = (query: Record<string, string>) =>
    fetch(`${house.url}/webhooks/wecom-kf?${new URLSearchParams(query)}`)
  const right = await check({ timestamp, nonce, echostr, msg_signature })
  expect([right.status, await right.text()]).toEqual([200, '4242'])
  expect((await check({ timestamp, nonce: 'x', echostr, msg_signature })).status).toBe(403)
  expect((await check({})).status).toBe(403)
})

test('forged and hostile bells ring nothing', async () => {
  const pages = platform.count.pages
  const bell = '<xml><Event>kf_msg_or_event</Event><OpenKfId>wk</OpenKfId><Token>t</Token></xml>'
  const { query, body } = platform.envelope.post(bell)
  expect(await post({ ...query, msg_signature: 'x' }, body)).toBe(403)
  expect(await post(query, bell)).toBe(400)
  const other = platform.envelope.post(bell, 'ww_of_somebody_else')
  expect(await post(other.query, other.body)).toBe(400)
  const doctype = platform.envelope.post(`<!DOCTYPE a [<!ENTITY b "c">]>${bell}`)
  expect(await post(doctype.query, doctype.body)).toBe(400)
  expect(await post({}, Buffer.alloc(1_000_000, 60))).toBe(413)
  const event = platform.envelope.post('<xml><Event>other</Event></xml>')
  expect(await post(event.query, event.body)).toBe(200)
  expect(platform.count.pages).toBe(pages)
})

test.each(['nonsense', 'cut', 'accepted_then_cut', -1, 45009] as const)(
  'when reading meets %s, the bell rings again and nothing is lost or doubled',
  async (does) => {
    const user = house.newUser()
    platform.troubles.push({ on: '/cgi-bin/kf/sync_msg', does })
    expect(await platform.says(user, '你好')).toBe(2)
    await expect.poll(() => platform.shown(user).length).toBe(1)
  },
)

test('what is not durable moves no cursor: it is read again and taken once', async () => {
  const [user, other] = [house.newUser(), house.newUser()]
  broken = true
  expect(await platform.says(user, '你好')).toBe(3)
  broken = false
  expect(await platform.says(other, '你好')).toBe(1)
  await expect.poll(() => [user, other].map((each) => platform.shown(each).length)).toEqual([1, 1])
  const said = await house.engine.readMessages(talkOf(user), 0)
  expect(said.filter(({ from }) => from === 'resident')).toHaveLength(1)
})

test('a page of which only half is durable is read again, and nobody hears twice', async () => {
  const users = Array.from({ length: 6 }, () => house.newUser())
  for (const user of users) platform.write(user, { msgtype: 'text', text: { content: '你好' } })
  const failed = new Set<string>()
  broken = (user) => users.indexOf(user) % 2 === 0 && !failed.has(user) && !!failed.add(user)
  expect(await platform.ring()).toBe(2)
  await expect
    .poll(() => users.map((user) => platform.shown(user).length))
    .toEqual(Array(6).fill(1))
})

test('a process that ends between the messages and the cursor: they are read twice and taken once', async () => {
  const user = house.newUser()
  lost = true
  expect(await platform.says(user, '你好')).toBe(3)
  lost = false
  await platform.ring()
  await expect.poll(() => platform.shown(user).length).toBe(1)
  const said = await house.engine.readMessages(talkOf(user), 0)
  expect(said.filter(({ from }) => from === 'resident')).toHaveLength(1)
})

test('what three bells could not bring is fetched by the house itself', async () => {
  const user = house.newUser()
  await house.channel.start?.()
  platform.troubles.push(...Array(4).fill({ on: '/cgi-bin/kf/sync_msg', does: 'cut' }))
  await platform.says(user, '你好')
  await expect.poll(() => platform.shown(user).length, { timeout: 5_000 }).toBe(1)
  await house.channel.stop?.()
})

test('a bell whose token is spent still gets its messages read', async () => {
  const user = house.newUser()
  platform.write(user, { msgtype: 'text', text: { content: '你好' } })
  const bell = `<xml><Event>kf_msg_or_event</Event><OpenKfId>${KF_ACCOUNT}</OpenKfId><Token>old</Token></xml>`
  const { query, body } = platform.envelope.post(bell)
  expect(await post(query, body)).toBe(200)
  await expect.poll(() => platform.shown(user).length).toBe(1)
})

test('a bell that was lost: the start looks by itself', async () => {
  const user = house.newUser()
  platform.write(user, { msgtype: 'text', text: { content: '你好' } })
  await inWecom.channel.start?.()
  await expect.poll(() => platform.shown(user).length, { timeout: 5_000 }).toBe(1)
  await inWecom.channel.stop?.()
})

test('of an account that is read for the first time, old messages are left to who was there', async () => {
  const fresh = await openFakeWecom(() => house.now())
  const elsewhere = await openWechatHouse(({ sink, windows, cursors }) =>
    createWecomKf({ ...KF, baseUrl: fresh.url }, sink, { windows, cursors, isPlace: () => true }),
  )
  fresh.connect(`${elsewhere.url}/webhooks/wecom-kf`)
  elsewhere.pass(house.now() - elsewhere.now())
  const [old, now] = [house.newUser(), house.newUser()]
  const send_time = Math.floor((house.now() - HOUR) / SECOND)
  fresh.write(old, { msgtype: 'text', text: { content: '你好' }, send_time })
  await fresh.says(now, '你好')
  await expect.poll(() => fresh.shown(now).length).toBe(1)
  expect(fresh.shown(old)).toEqual([])
  await elsewhere.close()
  await fresh.close()
})

test('an adviser writes five times in 48 hours, the bot leaves one; then it says why not', async () => {
  const user = await newTalk()
  const { refused } = platform.count
  const closed = { status: 'undeliverable', why: 'window' }
  for (let n = 0; n < 3; n++) {
    expect(await house.channel.send(saying(user, { from: 'bot' }))).toEqual({ status: 'sent' })
  }
  expect(await house.channel.send(saying(user, { from: 'bot' }))).toEqual(closed)
  expect(await house.channel.send(saying(user))).toEqual({ status: 'sent' })
  expect(await house.channel.send(saying(user))).toEqual(closed)
  house.pass(49 * HOUR)
  expect(await house.channel.send(saying(user))).toEqual(closed)
  expect(platform.count.refused).toBe(refused)
})

test('an answer that got lost: the same message is sent with the same id, and shown once', async () => {
  const user = await newTalk()
  const sending = saying(user)
  platform.troubles.push({ on: '/cgi-bin/kf/send_msg', does: 'accepted_then_cut' })
  expect(await house.channel.send(sending)).toMatchObject({ status: 'retry', why: 'timeout' })
  expect(await house.channel.send(sending)).toEqual({ status: 'sent' })
  expect(platform.shown(user)).toHaveLength(2)
})

test('an API that never answers ends within 5 s', async () => {
  const user = await newTalk()
  platform.troubles.push({ on: '/cgi-bin/kf/send_msg', does: 'silent' })
  const began = performance.now()
  expect(await house.channel.send(saying(user))).toMatchObject({ status: 'retry' })
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(house.channel.health()).toMatchObject({ ok: false, why: 'timeout' })
  expect(await house.channel.send(saying(user))).toEqual({ status: 'sent' })
  expect(house.channel.health()).toMatchObject({ ok: true })
})

test('a token that stops working is renewed', async () => {
  const user = await newTalk()
  platform.spoilToken()
  expect(await house.channel.send(saying(user))).toEqual({ status: 'sent' })
})

test('many options, long ids and a long question keep the limits', async () => {
  const user = await newTalk()
  const { refused } = platform.count
  const options = (length: number, id = 'step') =>
    Array.from({ length }, (_, n) => ({ id: `${id}#${n}`, label: `第${n}项` }))
  await house.channel.send(saying(user, { options: options(11) }))
  await house.channel.send(saying(user, { options: options(2, 'x'.repeat(70)) }))
  const text = '很长的问题，请您慢慢看。'.repeat(40)
  expect(await house.channel.send(saying(user, { text, options: options(3) }))).toEqual({
    status: 'sent',
  })
  const [eleven, long, ...pieces] = platform.shown(user).slice(1)
  expect(eleven?.items).toEqual([])
  expect(eleven?.text).toContain('11 第10项')
  expect(long?.text).toContain('2 第1项')
  expect(pieces.at(-1)?.items).toHaveLength(3)
  expect(platform.count.refused).toBe(refused)
})

test("an adviser's pictures and papers go out with the words", async () => {
  const user = await newTalk()
  const picture = await kept(user, await aPicture())
  const paper = await kept(user, Buffer.from('%PDF-1.4 a paper'))
  const media = (kind: 'image' | 'file', file: string) => ({ media: { kind, files: [file] } })
  const { channel } = house
  expect(await channel.send(saying(user, media('image', picture)))).toEqual({ status: 'sent' })
  expect(await channel.send(saying(user, media('file', paper)))).toEqual({ status: 'sent' })
  expect(platform.texts(user).slice(1)).toEqual(['我是邓老师', '[image]', '我是邓老师', '[file]'])
})

test('a code that is too old is not used', async () => {
  const user = house.newUser()
  await platform.enters(user)
  await expect.poll(() => platform.shown(user).length).toBe(1)
  const late = house.newUser()
  platform.happen(late, { event_type: 'enter_session', welcome_code: 'code-old' })
  house.pass(20 * SECOND)
  await platform.ring()
  expect(await house.channel.send(saying(late))).toEqual({ status: 'undeliverable', why: 'window' })
})

test('where advisers write in the console, a session stays with the bot', async () => {
  const user = await newTalk()
  for (const floor of ['asked', 'claimed', 'took_over', 'said'] as const) {
    expect(await house.channel.send({ ...saying(user), floor })).toEqual({ status: 'sent' })
  }
  expect(platform.stateOf(user)).toBe(1)
})

test('where they write in WeCom, it goes to the pool, to a person, and ends with a last word', async () => {
  const user = await newTalk()
  expect(await inWecom.channel.send({ ...saying(user), floor: 'asked' })).toEqual({
    status: 'sent',
  })
  await expect.poll(() => platform.stateOf(user)).toBe(2)
  await platform.adviserSays(user, 'dengfeifei', '我是邓老师，马上来看您')
  expect(platform.stateOf(user)).toBe(3)
  expect(await house.channel.send(saying(user))).toEqual({ status: 'undeliverable', why: 'window' })
  const last = { ...saying(user, { text: '已办结' }), floor: 'closed' } as const
  expect(await inWecom.channel.send(last)).toEqual({ status: 'sent' })
  expect(platform.stateOf(user)).toBe(4)
  expect(platform.shown(user).at(-1)).toMatchObject({ by: 'code', text: '已办结' })
})

test('what an adviser writes in WeCom stands in the talk, is not sent again, and the bot waits for the end', async () => {
  const user = await newTalk()
  await platform.says(user, '转人工')
  await expect.poll(() => platform.shown(user).length).toBe(2)
  await platform.adviserSays(user, 'dengfeifei', '我是邓老师，您慢慢说')
  await platform.says(user, '好的，谢谢')
  await platform.adviserSays(user, 'dengfeifei', '明天上午来', true)
  const talk = house.sink.conversationOf('wecom-kf', KF_ACCOUNT, user)
  const lines = async () =>
    (await house.engine.readMessages(talk, 0)).slice(-3).map(({ from, by, text }) => ({
      ...{ from, text },
      ...(by ? { by } : {}),
    }))
  await expect.poll(lines).toEqual([
    { from: 'adviser', text: '我是邓老师，您慢慢说', by: 'dengfeifei' },
    { from: 'resident', text: '好的，谢谢' },
    { from: 'adviser', text: '明天上午来', by: 'dengfeifei' },
  ])
  expect(platform.shown(user).length).toBe(2)
  // The session has ended: the next words are the bot's again.
  await platform.says(user, '我想问问进度')
  await expect.poll(() => platform.shown(user).length).toBeGreaterThan(2)
})

test('a picture that an adviser sends in WeCom is fetched and stands in the talk', async () => {
  const user = await newTalk()
  await platform.adviserSays(user, 'dengfeifei', '您看这张表')
  await platform.adviserShows(user, 'dengfeifei', Buffer.from(await aPicture()))
  const last = async () => (await house.engine.readMessages(talkOf(user), 0)).at(-1)
  await expect.poll(async () => (await last())?.media?.kind).toBe('image')
  expect(await last()).toMatchObject({ from: 'adviser', by: 'dengfeifei' })
  expect((await last())?.text).not.toBe('')
  const [file = ''] = (await last())?.media?.files ?? []
  await house.rounds()
  expect((await house.files.read(talkOf(user), file))?.type).toMatch(/^image/)
  expect(platform.texts(user)).toHaveLength(1)
})

test('a message that the platform could not deliver counts as failed, and who refuses us has left', async () => {
  const user = await newTalk()
  const talk = house.sink.conversationOf('wecom-kf', KF_ACCOUNT, user)
  const [shown] = (await house.engine.readMessages(talk, 0)).filter(({ from }) => from === 'bot')
  const said = async () =>
    (await house.engine.readMessages(talk, 0)).find(({ id }) => id === shown?.id)?.delivery
  await expect.poll(said).toMatchObject({ state: 'sent' })
  const fail_msgid = shown?.id.replaceAll('-', '')
  platform.happen(user, { event_type: 'msg_send_fail', fail_msgid, fail_type: 10 })
  await platform.ring()
  await expect.poll(said).toEqual({ state: 'failed', why: 'blocked' })
  expect(await house.channel.send(saying(user))).toEqual({
    status: 'undeliverable',
    why: 'blocked',
  })
  house.pass(2_000)
  await platform.says(user, '我又来了')
  await expect.poll(() => platform.shown(user).length).toBeGreaterThan(1)
})

test('the nickname is told of who has just written, and of nobody else', async () => {
  const user = await newTalk()
  const nameOf = (of: string) => house.channel.nameOf?.(to(of))
  expect(await nameOf(user)).toBe(`网名${user}`)
  expect(await nameOf('nobody')).toBe(null)
  platform.troubles.push({ on: '/cgi-bin/kf/customer', does: 'nonsense' })
  expect(await nameOf(user)).toBe(null)
})

test('a session that the platform holds to be new is taken by the bot, and the words go out', async () => {
  const user = await newTalk()
  platform.setState(user, 0)
  platform.troubles.push({ on: '/cgi-bin/kf/send_msg', does: 95018 })
  expect(await house.channel.send(saying(user))).toEqual({ status: 'sent' })
  expect(platform.stateOf(user)).toBe(1)
})

test('cursors of other houses are not touched', async () => {
  const cursors = cursorStore(house.database)
  expect(await cursors.accounts('wecom-kf')).toEqual([KF_ACCOUNT])
})

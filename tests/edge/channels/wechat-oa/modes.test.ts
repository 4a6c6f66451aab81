import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SECOND } from '../../../../src/core/time.ts'
import { createWechatOa } from '../../../../src/edge/channels/wechat-oa/create-wechat-oa.ts'
import { jobStore } from '../../../../src/edge/storage/job-store.ts'
import { signatureOf } from '../../../../src/edge/wechat/signature.ts'
import { type FakeWechatOa, OA, openFakeWechatOa } from '../../../support/fake-wechat-oa.ts'
import { fieldOf } from '../../../support/wechat-envelope.ts'
import { openWechatHouse, type WechatHouse } from '../../../support/wechat-house.ts'

let platform: FakeWechatOa
let house: WechatHouse
/** The same account, posting in the clear. */
let plain: WechatHouse
beforeAll(async () => {
  platform = await openFakeWechatOa(() => house.now())
  house = await openWechatHouse(({ sink, windows }) => {
    const parts = { windows, isPlace: () => true }
    return createWechatOa({ ...OA, baseUrl: platform.url, patience: 2_000 }, sink, parts)
  })
  plain = await openWechatHouse(({ sink, windows }) => {
    const parts = { windows, isPlace: () => true }
    return createWechatOa({ ...OA, aesKey: null, baseUrl: platform.url }, sink, parts)
  })
  platform.connect(`${house.url}/webhooks/wechat-oa`)
})
afterAll(async () => {
  await plain.close()
  await house.close()
  await platform.close()
})

async function postPlain(xml: string, ago = 0) {
  const timestamp = String(Math.floor(plain.now() / SECOND) - ago)
  const signature = signatureOf([OA.token, timestamp, 'n'])
  const query = new URLSearchParams({ timestamp, nonce: 'n', signature })
  const answer = await fetch(`${plain.url}/webhooks/wechat-oa?${query}`, {
    method: 'POST',
    body: xml,
  })
  return { status: answer.status, text: await answer.text() }
}

test('an account that posts in the clear is answered in the clear', async () => {
  const user = plain.newUser()
  const xml = platform.xmlOf(user, { MsgType: 'text', Content: '你好', MsgId: '1' })
  const { status, text } = await postPlain(xml)
  expect(status).toBe(200)
  expect(fieldOf(text, 'ToUserName')).toBe(user)
  expect(fieldOf(text, 'Content')).toContain('1 ')
})

test('in the clear the signature covers no word, so an old one opens nothing', async () => {
  const xml = platform.xmlOf(plain.newUser(), { MsgType: 'text', Content: '你好', MsgId: '2' })
  expect((await postPlain(xml, 3_600)).status).toBe(403)
  expect((await postPlain(xml, -3_600)).status).toBe(403)
  expect((await postPlain('<xml><!-- --></xml>')).status).toBe(400)
})

test('while another process sends for this person, the call is not answered, and nothing comes twice', async () => {
  const user = house.newUser()
  await platform.says(user, '你好')
  const conversation = house.sink.conversationOf('wechat-oa', OA.appId, user)
  const bucket = Number.parseInt(conversation.slice(0, 2), 16)
  const id = `deliver:${conversation}`
  const jobs = jobStore(house.database)
  const now = house.now()
  const order = {
    bucket,
    id,
    kind: 'deliver',
    dueAt: now,
    detail: { conversation, seq: 1 },
  } as const
  const take = async () => {
    await jobs.put([order])
    return jobs.claimOne(bucket, id, now, now + 20 * SECOND)
  }
  await expect.poll(take).not.toBe(null)
  await platform.says(user, '好')
  expect(platform.shown(user)).toHaveLength(1)
  house.pass(30 * SECOND)
  await house.rounds()
  expect(platform.shown(user).map(({ by }) => by)).toEqual(['passive', 'service'])
})

test('of a hundred people at once everybody is heard at the first call and answered once', async () => {
  const users = Array.from({ length: 100 }, () => house.newUser())
  // In a rush the house takes in first; the rounds send what it left.
  const rounds = setInterval(() => void house.rounds(), 300)
  const tries = await Promise.all(users.map((user) => platform.says(user, '你好')))
  expect(new Set(tries)).toEqual(new Set([1]))
  // Who had to wait too long on a busy machine is answered by the other way.
  const answers = () => users.map((user) => platform.shown(user).length)
  await expect.poll(answers, { timeout: 20_000 }).toEqual(Array(100).fill(1))
  clearInterval(rounds)
  expect(users.some((user) => platform.shown(user)[0]?.by === 'passive')).toBe(true)
})

test('messages that overtook each other are all taken, a late one too', async () => {
  const user = house.newUser()
  const at = Math.floor(house.now() / SECOND)
  const xml = (text: string, seconds: number) =>
    platform
      .xmlOf(user, { MsgType: 'text', Content: text, MsgId: randomUUID() })
      .replace(/<CreateTime>\d+/, `<CreateTime>${seconds}`)
  await platform.call(user, xml('后说的', at))
  await platform.call(user, xml('先说的', at - 60))
  const conversation = house.sink.conversationOf('wechat-oa', OA.appId, user)
  const said = await house.engine.readMessages(conversation, 0)
  const own = said.filter(({ from }) => from === 'resident').map(({ text }) => text)
  expect(own).toEqual(['后说的', '先说的'])
  expect(await house.windows.left(conversation, house.now())).toMatchObject({
    until: at * SECOND + 48 * 3_600_000,
  })
})

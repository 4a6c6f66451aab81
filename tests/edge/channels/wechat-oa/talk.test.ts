import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWechatOa } from '../../../../src/edge/channels/wechat-oa/create-wechat-oa.ts'
import { HUAYANG } from '../../../support/a-case.ts'
import { type FakeWechatOa, OA, openFakeWechatOa } from '../../../support/fake-wechat-oa.ts'
import { openWechatHouse, type WechatHouse } from '../../../support/wechat-house.ts'

let platform: FakeWechatOa
let house: WechatHouse
beforeAll(async () => {
  platform = await openFakeWechatOa(() => house.now())
  house = await openWechatHouse(({ sink, windows }) =>
    createWechatOa({ ...OA, baseUrl: platform.url }, sink, {
      windows,
      isPlace: (code) => code.startsWith('310105'),
    }),
  )
  platform.connect(`${house.url}/webhooks/wechat-oa`)
})
afterAll(async () => {
  await house.close()
  await platform.close()
})

const TALK = ['你好', '好', '我自己', '王秀英', '13800138000', '华院居委', '对']
const NEED = ['老伴脑梗住院，钱不够看病', '对', '没有']

async function say(user: string, ...texts: readonly string[]) {
  for (const text of texts) {
    house.pass(1_000)
    await platform.says(user, text)
  }
}

test('from 你好 to a case, each answer on the call itself and none by the window', async () => {
  const user = house.newUser()
  await say(user, ...TALK, ...NEED)
  const shown = platform.shown(user)
  expect(shown).toHaveLength(TALK.length + NEED.length)
  expect(new Set(shown.map(({ by }) => by))).toEqual(new Set(['passive']))
  const [filed] = await house.cases()
  expect(filed).toMatchObject({ channel: 'wechat-oa' })
  expect(shown.map(({ text }) => text).join('\n')).toContain(filed?.number ?? 'no case')
  expect(platform.count.sent).toBe(0)
  const conversation = house.sink.conversationOf('wechat-oa', OA.appId, user)
  expect(await house.windows.left(conversation, house.now())).toMatchObject({ messages: 5 })
})

test('options are numbers in the text, and a number answers', async () => {
  const user = house.newUser()
  await say(user, '你好')
  expect(platform.texts(user)[0]).toMatch(/\n1 /)
  await say(user, '1')
  expect(platform.texts(user)).toHaveLength(2)
})

test('a scanned code of a street presets it, of a foreign place nothing', async () => {
  const [near, far] = [house.newUser(), house.newUser()]
  await platform.does(near, 'subscribe', `qrscene_${HUAYANG}`)
  await platform.does(far, 'SCAN', '999999999')
  expect(platform.texts(near)).toHaveLength(1)
  expect(platform.texts(far)).toHaveLength(1)
  for (const user of [near, far]) await say(user, ...TALK.slice(1, 5), '记不得了', ...NEED)
  const filed = (await house.cases()).slice(-2)
  expect(filed.map(({ street_id }) => street_id)).toContain(HUAYANG)
})

test('the same message three times is one turn with one answer', async () => {
  const user = house.newUser()
  await say(user, '你好')
  const before = await house.engine.readMessages(
    house.sink.conversationOf('wechat-oa', OA.appId, user),
    0,
  )
  for (let n = 0; n < 3; n++) await platform.says(user, '好', 'same-id')
  const after = await house.engine.readMessages(
    house.sink.conversationOf('wechat-oa', OA.appId, user),
    0,
  )
  expect(after.length - before.length).toBe(2)
  // The platform asks again only when no answer came: it gets the same one.
  expect(new Set(platform.texts(user).slice(1)).size).toBe(1)
  house.pass(61_000)
  expect(await platform.says(user, '好', 'same-id')).toBe(1)
  expect(platform.texts(user)).toHaveLength(4)
})

test('two messages at once are both answered, each once', async () => {
  const user = house.newUser()
  await say(user, '你好')
  await Promise.all([platform.says(user, '好'), platform.says(user, '我自己')])
  await expect.poll(() => platform.texts(user).length).toBe(3)
  expect(new Set(platform.texts(user)).size).toBe(3)
})

test('words of danger are answered with help, at once', async () => {
  const user = house.newUser()
  await say(user, '不想活了')
  expect(platform.texts(user).join()).toMatch(/120|962525|12356|110/)
})

test('a picture is taken as one, its bytes are had from the platform', async () => {
  const user = house.newUser()
  platform.media.set('m-1', Buffer.from([0xff, 0xd8, 0xff, 1]))
  await say(user, '你好')
  await platform.sends(user, { MsgType: 'image', PicUrl: 'http://x/y', MediaId: 'm-1' })
  expect(platform.texts(user)).toHaveLength(2)
  const bytes = await house.channel.fetchMedia?.('m-1')
  expect(Buffer.from(bytes as Uint8Array)).toEqual(Buffer.from([0xff, 0xd8, 0xff, 1]))
  expect(await house.channel.fetchMedia?.('m-2')).toBe('gone')
})

test('a voice that was recognised is words; place and link are, too', async () => {
  const user = house.newUser()
  await say(user, '你好')
  await platform.sends(user, { MsgType: 'voice', MediaId: 'v', Recognition: '同意' })
  await platform.sends(user, { MsgType: 'location', Label: '长宁区华阳路8弄' })
  await platform.sends(user, { MsgType: 'link', Title: '通知', Url: 'https://x.example' })
  await platform.sends(user, { MsgType: 'voice', MediaId: 'v', Recognition: '' })
  await platform.sends(user, { MsgType: 'video', MediaId: 'v' })
  const said = await house.engine.readMessages(
    house.sink.conversationOf('wechat-oa', OA.appId, user),
    0,
  )
  const own = said.filter(({ from }) => from === 'resident').map(({ text }) => text)
  expect(own.slice(0, 4)).toEqual(['你好', '同意', '长宁区华阳路8弄', '通知 https://x.example'])
  expect(own).toHaveLength(6)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWecomKf } from '../../../../src/edge/channels/wecom-kf/create-wecom-kf.ts'
import { HUAYANG } from '../../../support/a-case.ts'
import { type FakeWecom, KF, KF_ACCOUNT, openFakeWecom } from '../../../support/fake-wecom.ts'
import { openWechatHouse, type WechatHouse } from '../../../support/wechat-house.ts'

let platform: FakeWecom
let house: WechatHouse
beforeAll(async () => {
  platform = await openFakeWecom(() => house.now())
  house = await openWechatHouse(({ sink, windows, cursors }) =>
    createWecomKf({ ...KF, baseUrl: platform.url }, sink, {
      windows,
      cursors,
      isPlace: (code) => code.startsWith('310105'),
    }),
  )
  platform.connect(`${house.url}/webhooks/wecom-kf`)
})
afterAll(async () => {
  await house.close()
  await platform.close()
})

const TALK = ['你好', '好', '我自己', '王秀英', '13800138000', '华院居委', '对']
const NEED = ['老伴脑梗住院，钱不够看病', '对', '没有']

const talkOf = (user: string) => house.sink.conversationOf('wecom-kf', KF_ACCOUNT, user)

/** Says one thing after the other, each when the one before was answered. */
async function say(user: string, ...texts: readonly string[]) {
  for (const text of texts) {
    house.pass(1_000)
    const before = platform.shown(user).length
    await platform.says(user, text)
    await expect.poll(() => platform.shown(user).length).toBeGreaterThan(before)
  }
}

test('from 你好 to a case', async () => {
  const user = house.newUser()
  await say(user, ...TALK, ...NEED)
  const filed = (await house.cases()).at(-1)
  expect(filed).toMatchObject({ channel: 'wecom-kf' })
  expect(platform.texts(user).join('\n')).toContain(filed?.number ?? 'no case')
  expect(platform.count.refused).toBe(0)
  expect(platform.stateOf(user)).toBe(1)
})

test('options are lines of a menu, and a tap is one', async () => {
  const user = house.newUser()
  await say(user, '你好')
  const yes = platform.shown(user)[0]?.items[0]
  expect(yes?.id).toContain('#')
  await platform.taps(user, yes?.id ?? '', yes?.content ?? '')
  await expect.poll(() => platform.shown(user).length).toBe(2)
  const heard = await house.engine.readMessages(talkOf(user), 0)
  const own = heard.filter(({ from }) => from === 'resident').map(({ text }) => text)
  expect(own[1]).not.toContain('#')
  // A line of an earlier menu corrects that answer, which is asked about first.
  await platform.taps(user, 'for_whom#self', '我自己或我家')
  await expect.poll(() => platform.shown(user).length).toBe(3)
  await platform.taps(user, 'for_whom#neighbour', '邻居或朋友')
  await expect.poll(() => platform.texts(user).at(-1)).toContain('邻居')
})

test('who opens the chat is greeted by the code, and placed by the scene of the link', async () => {
  const user = house.newUser()
  await platform.enters(user, HUAYANG)
  await expect.poll(() => platform.shown(user).length).toBe(1)
  expect(platform.shown(user)[0]?.by).toBe('code')
  expect(await house.windows.left(talkOf(user), house.now())).toBe(null)
  await say(user, ...TALK.slice(1, 5), '记不得了', ...NEED)
  expect((await house.cases()).at(-1)).toMatchObject({ street_id: HUAYANG })
})

test('who comes back to the chat within 48 hours is not greeted again', async () => {
  const user = house.newUser()
  await say(user, '你好')
  await platform.enters(user)
  expect(platform.shown(user)).toHaveLength(1)
  expect(await house.windows.left(talkOf(user), house.now())).toMatchObject({ messages: 4 })
})

test('pages are read to their end, also past empty ones, each message once', async () => {
  platform.pages(2, true)
  const users = Array.from({ length: 7 }, () => house.newUser())
  for (const user of users) platform.write(user, { msgtype: 'text', text: { content: '你好' } })
  expect(await platform.ring()).toBe(1)
  await Promise.all([platform.ring(), platform.ring(), platform.ring()])
  await expect
    .poll(() => users.map((user) => platform.shown(user).length))
    .toEqual(Array(7).fill(1))
  expect(platform.count.empty).toBeGreaterThan(2)
  platform.pages(1_000)
})

test('messages of one person are taken in the order of their times', async () => {
  const user = house.newUser()
  const at = Math.floor(house.now() / 1_000)
  const write = (content: string, send_time: number) =>
    platform.write(user, { msgtype: 'text', text: { content }, send_time })
  write('三', at)
  write('一', at - 20)
  write('二', at - 10)
  await platform.ring()
  const heard = await house.engine.readMessages(talkOf(user), 0)
  const own = heard.filter(({ from }) => from === 'resident').map(({ text }) => text)
  expect(own).toEqual(['一', '二', '三'])
})

test('pictures are had from the platform; what was taken back is told to the house', async () => {
  const user = house.newUser()
  await say(user, '你好')
  platform.media.set('pic', Buffer.from([0x89, 0x50]))
  platform.write(user, { msgtype: 'image', image: { media_id: 'pic' } })
  platform.write(user, { msgtype: 'location', location: { name: '华院', address: '华阳路8弄' } })
  const secret = platform.write(user, { msgtype: 'text', text: { content: '不该说的话' } })
  await platform.ring()
  expect(Buffer.from((await house.channel.fetchMedia?.('pic')) as Uint8Array)).toHaveLength(2)
  expect(await house.channel.fetchMedia?.('none')).toBe('gone')
  const said = async () => JSON.stringify(await house.engine.readMessages(talkOf(user), 0))
  expect(await said()).toContain('华阳路8弄 华院')
  platform.happen(user, { event_type: 'user_recall_msg', recall_msgid: secret })
  await platform.ring()
  const { rows } = await house.database.query(
    `select kind from turn where conversation_id = $1 order by seq desc limit 1`,
    [talkOf(user)],
  )
  expect(rows[0]).toEqual({ kind: 'unsent' })
})

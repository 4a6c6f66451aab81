import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR } from '../../../../src/core/time.ts'
import { reachView } from '../../../../src/edge/http/desk/reach-view.ts'
import { loadTexts } from '../../../../src/edge/sources/texts.ts'
import { departureStore } from '../../../../src/edge/storage/channels/departure-store.ts'
import { netNameStore } from '../../../../src/edge/storage/channels/net-name-store.ts'
import { reachStore } from '../../../../src/edge/storage/channels/reach-store.ts'
import { replyWindowStore } from '../../../../src/edge/storage/channels/reply-window-store.ts'
import { hashedTurnIds } from '../../../../src/edge/storage/turn-ids.ts'
import { refOf } from '../../../../src/work/turn/create-turns.ts'
import { RING } from '../../../support/a-case.ts'
import { openWrittenHouse, type WrittenHouse } from '../../../support/written-house.ts'

/** 2026-11-22, a Sunday. */
const NOON = Date.parse('2026-11-22T14:05:00+08:00')

let house: WrittenHouse
beforeAll(async () => {
  house = await openWrittenHouse()
  house.clock.now = NOON
})
afterAll(() => house.close())

const texts = await loadTexts(`${import.meta.dirname}/../../../../locales/zh-CN`, 'desk')

test('the adviser reads how many messages are left and until when, then which other way there is', async () => {
  const origin = { channel: 'wechat-oa', account: 'oa', user: 'openid', at: NOON }
  const { conversation } = await house.engine.receive({
    ...origin,
    externalId: 'm1',
    incoming: { kind: 'text', text: '你好' },
  })
  const reachOf = reachStore({
    pool: house.pool,
    ring: RING,
    ids: hashedTurnIds(),
    now: () => house.clock.now,
  })
  const label = async (hasPhone: boolean) => {
    const reach = await reachOf(conversation)
    return reach && reachView(texts, reach, hasPhone)?.label
  }
  const opening = { kind: 'message', id: 'm1', at: NOON, until: NOON + 48 * HOUR } as const
  await replyWindowStore(house.pool).open(conversation, { ...opening, messages: 3 })
  expect(await label(true)).toBe('还能发 3 条，到周二 14:05')
  house.pass(49 * HOUR)
  expect(await label(true)).toContain('请打电话')
  expect(await label(false)).toContain('上门')
  await departureStore(house.pool).leave(conversation, house.clock.now)
  expect(await label(true)).toContain('取消了关注')
})

test('where there is no limit nothing is said of one', async () => {
  await house.says('e1', '你好')
  const parts = { pool: house.pool, ring: RING, ids: hashedTurnIds() }
  const reachOf = reachStore({ ...parts, now: () => house.clock.now })
  expect(await reachOf(house.conversation)).toBeNull()
})

test('the name on the platform is asked for when an adviser looks, kept sealed, and gone with the talk', async () => {
  const origin = { channel: 'line', account: 'oa', user: 'someone', at: house.clock.now }
  const { conversation } = await house.engine.receive({
    ...origin,
    externalId: 'm1',
    incoming: { kind: 'text', text: '你好' },
  })
  const asked: string[] = []
  const called = { now: ` 平安\u202e\n是福${'很长'.repeat(40)}` as string | null }
  const nameOf = netNameStore({
    ...{ pool: house.pool, ring: RING, now: () => house.clock.now },
    ask: async ({ channel, user }) => {
      asked.push(`${channel}/${user}`)
      return called.now
    },
  })
  const name = await nameOf(conversation)
  expect(name).toMatch(/^平安 是福很长/)
  expect(name?.length).toBe(40)
  expect(await nameOf(conversation)).toBe(name)
  expect(asked).toEqual(['line/someone'])
  called.now = null
  house.pass(31 * 24 * HOUR)
  expect(await nameOf(conversation)).toBe(null)
  const rows = () =>
    house.pool.query('select sealed from net_name where conversation_id = $1', [conversation])
  expect(String((await rows()).rows[0]?.sealed)).not.toContain('平安')
  await house.engine.perform(refOf(conversation), 'erase', { do: 'erase' })
  expect((await rows()).rows).toEqual([])
  expect(await nameOf(conversation)).toBe(null)
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../src/core/time.ts'
import { resumeStore } from '../../../src/edge/storage/resume/resume-store.ts'
import { DISTRICT, RING } from '../../support/a-case.ts'
import { aMessage, TEXTS } from '../../support/turns.ts'
import { openWrittenHouse, type WrittenHouse } from '../../support/written-house.ts'

const claim = {
  marks: ['编号', '申请'],
  askPhone: (number: string) => `接着说 ${number}，请发手机号`,
  phoneAgain: '手机号不对',
  askCode: '请发六位数字',
  checking: '正在核对',
  wrong: '没能对上',
  often: '次数多了',
  code: (code: string) => `数字 ${code}`,
  gone: '转走了',
  here: '接上了',
}

let house: WrittenHouse
let clock: { now: number }
let number: string
beforeAll(async () => {
  const now = { now: Date.now() }
  house = await openWrittenHouse({ texts: { ...TEXTS, claim } })
  clock = house.clock
  clock.now = now.now
  const store = resumeStore({
    pool: house.pool,
    ring: RING,
    clock: { now: () => clock.now },
    district: DISTRICT,
  })
  Object.assign(house.parts, { resume: store })
  await house.says('e1', '开案')
  await house.rounds()
  const { rows } = await house.pool.query('select number from help_case')
  number = rows[0].number
})
afterAll(() => house.close())

/** Somebody on WeChat; what the house sends back to there and to the older talk on LINE. */
function someone() {
  const user = randomUUID()
  let n = 0
  const wrote = async (text: string, id = `w${++n}`) => {
    const before = house.sent.length
    const origin = { channel: 'wechat-oa', account: 'oa', at: clock.now }
    const received = await house.engine.receive({ ...aMessage(user, id, text), ...origin })
    await house.rounds()
    // What waits for something else looks again a moment later.
    house.pass(3 * SECOND)
    await house.rounds()
    const sent = house.sent.slice(before)
    const mine = sent.filter(({ to }) => to.user === user)
    const old = sent.filter(({ to }) => to.channel === 'line')
    const wordsOf = (all: typeof sent) => all.map(({ message }) => message.text).join('\n')
    return { received, here: wordsOf(mine), there: wordsOf(old) }
  }
  return { user, wrote, id: house.engine.conversationOf('wechat-oa', 'oa', user) }
}

const PHONE = '139 0000 1234'

test('who knows number, phone and the code goes on in another channel, and is written to there', async () => {
  const on = someone()
  expect((await on.wrote('你好')).here).toContain('第1句')
  expect((await on.wrote(`我的编号 ${number}`)).here).toContain(`接着说 ${number}`)
  const asked = await on.wrote(PHONE)
  expect(asked.here).toBe('请发六位数字')
  const code = /\d{3} \d{3}/.exec(asked.there)?.[0] ?? ''
  expect(code).not.toBe('')
  const joined = await on.wrote(code)
  expect(joined.there).toBe('转走了')
  expect(joined.here).toContain('接上了')
  const next = await on.wrote('我又来了', 'after')
  expect(next.received.conversation).toBe(house.conversation)
  expect(next.here).toContain('我又来了')
  expect((await house.shown()).some(({ text }) => text === '我又来了')).toBe(true)
  const again = await on.wrote('我又来了', 'after')
  expect(again.received.status).toBe('duplicate')
  const late = await on.wrote(code, 'w4')
  expect(late.received.status).toBe('duplicate')
  // Back in the old place he is answered there.
  const before = house.sent.length
  await house.says('e2', '在这里说')
  await house.rounds()
  expect(house.sent.slice(before).every(({ to }) => to.channel === 'line')).toBe(true)
  expect((await on.wrote('又在那里')).here).toContain('又在那里')
  await house.says('e3', '又在这里')
})

test('a wrong phone, an unknown number and a right pair are answered alike, and a guess opens nothing', async () => {
  clock.now += 2 * HOUR
  const right = someone()
  const wrong = someone()
  const unknown = someone()
  const known = await right.wrote(`我的申请${number}`)
  expect(await wrong.wrote(`我的申请${number}`)).toMatchObject({ here: known.here, there: '' })
  await unknown.wrote('编号 9999-9999')
  const told = await right.wrote('13900001234')
  expect((await wrong.wrote('13911112222')).here).toBe(told.here)
  expect((await unknown.wrote('13900001234')).here).toBe(told.here)
  expect((await wrong.wrote('111 111')).here).toBe('正在核对\n没能对上')
  expect((await right.wrote('111 111')).here).toBe('正在核对\n没能对上')
})

test('five wrong codes, and the right one is wrong as well; a day knows three wishes', async () => {
  clock.now += 25 * HOUR
  const on = someone()
  await on.wrote(`编号${number}`)
  const { there } = await on.wrote(PHONE)
  const code = /\d{3} \d{3}/.exec(there)?.[0] ?? ''
  for (let n = 0; n < 5; n++) await on.wrote('111111')
  expect((await on.wrote(code)).here).toContain('没能对上')
  await on.wrote(`编号${number}`)
  await on.wrote(`编号${number}`)
  expect((await on.wrote(`编号${number}`)).here).toBe('次数多了')
})

test('a code that is ten minutes old is too old, and the older talk is told three an hour', async () => {
  clock.now += 25 * HOUR
  const codes: string[] = []
  for (let n = 0; n < 4; n++) {
    const on = someone()
    await on.wrote(`编号${number}`)
    codes.push((await on.wrote(PHONE)).there)
  }
  expect(codes.filter(Boolean)).toHaveLength(3)
  const on = someone()
  clock.now += 2 * HOUR
  await on.wrote(`编号${number}`)
  const code = /\d{3} \d{3}/.exec((await on.wrote(PHONE)).there)?.[0] ?? ''
  clock.now += 11 * MINUTE
  expect((await on.wrote(code)).here).toContain('没能对上')
})

test('whatever else is said meanwhile is for the dialog', async () => {
  const on = someone()
  await on.wrote(`编号${number}`)
  expect((await on.wrote('人工')).here).toContain('句：人工')
  expect((await on.wrote('1')).here).toContain('句：1')
  expect((await on.wrote('1390000')).here).toBe('手机号不对')
})

test('an erasure takes what was written in both places', async () => {
  await house.says('e9', '撤回')
  await house.rounds()
  house.pass(HOUR)
  await house.rounds()
  const { rows } = await house.pool.query(
    `select count(*)::int as left from turn t join turn l
       on l.bucket = t.bucket and l.conversation_id = t.conversation_id and l.kind = 'leave'
     where t.sealed is not null`,
  )
  expect(rows[0].left).toBe(0)
})

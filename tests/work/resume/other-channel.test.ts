import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resumeStore } from '../../../src/edge/storage/resume/resume-store.ts'
import { createResume } from '../../../src/work/resume/create-resume.ts'
import { DISTRICT, RING } from '../../support/a-case.ts'
import { openWrittenHouse, type WrittenHouse } from '../../support/written-house.ts'

let house: WrittenHouse
beforeAll(async () => {
  house = await openWrittenHouse()
})
afterAll(() => house.close())

test('who wrote on LINE goes on in a browser: the code goes to LINE, and both show the talk', async () => {
  await house.says('e1', '开案')
  await house.rounds()
  const { rows } = await house.pool.query('select number from help_case')
  const store = resumeStore({
    pool: house.pool,
    ring: RING,
    clock: { now: () => house.clock.now },
    district: DISTRICT,
  })
  const texts = { code: (code: string) => `验证码：${code}`, done: '接上了' }
  const resume = createResume({ store, turns: house.engine, texts })
  const browser = house.engine.conversationOf('web', 'main', randomUUID())
  await resume.ask({ number: rows[0].number, phone: '13900001234' }, browser)
  await house.rounds()
  const code = /\d{3} \d{3}/.exec(house.sent.at(-1)?.message.text ?? '')?.[0] ?? ''
  expect(house.sent.at(-1)?.to.channel).toBe('line')
  expect(await resume.confirm(browser, '000 000')).toBe(false)
  expect(await resume.confirm(browser, code)).toBe(true)
  const holder = await resume.holderOf(browser)
  expect(holder).toMatchObject({ conversation: house.conversation, channel: 'line' })
  const { channel, account, user } = holder ?? { channel: '', account: '', user: '' }
  await house.engine.receive({
    ...{ channel, account, user, externalId: 'typed-in-the-browser', at: house.clock.now },
    incoming: { kind: 'text', text: '我又来了' },
  })
  await house.rounds()
  expect(house.sent.at(-1)?.message.text).toContain('我又来了')
  expect((await house.shown()).some(({ text }) => text === '我又来了')).toBe(true)
})

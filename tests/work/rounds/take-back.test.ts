import { afterEach, beforeEach, expect, test } from 'vitest'
import { MINUTE } from '../../../src/core/time.ts'
import { aPicture } from '../../support/pictures.ts'
import { openWrittenHouse, type WrittenHouse } from '../../support/written-house.ts'

let house: WrittenHouse
beforeEach(async () => {
  house = await openWrittenHouse()
})
afterEach(() => house.close())

const spoken = async () =>
  (await house.shown()).filter(({ from }) => from === 'resident').map(({ text }) => text)

test('words that were taken back are masked; a tombstone and a line of the record stay', async () => {
  await house.says('e1', '我的密码是 1234')
  await house.says('e2', '好')
  await house.says('u1', { kind: 'unsent', externalId: 'e1' })
  await house.rounds()
  expect(await spoken()).toEqual(['[已撤回]', '好'])
  const { rows } = await house.pool.query(`select act from audit where act = 'message.taken_back'`)
  expect(rows.length).toBe(1)
})

test('told twice it is masked once, and the talk stands where it stood', async () => {
  const { messages } = await house.says('e1', '一')
  await house.says('u1', { kind: 'unsent', externalId: 'e1' })
  await house.says('u1', { kind: 'unsent', externalId: 'e1' })
  await house.says('u2', { kind: 'unsent', externalId: 'e1' })
  await house.rounds()
  const { rows } = await house.pool.query(`select act from audit where act = 'message.taken_back'`)
  expect(rows.length).toBe(1)
  expect(messages[0]?.text).toBe('第1句：一')
  expect((await house.says('e2', '二')).messages[0]?.text).toBe('第2句：二')
})

test('taken back before it arrived: it is masked when it does', async () => {
  await house.says('e0', '你好')
  await house.says('u1', { kind: 'unsent', externalId: 'e1' })
  await house.rounds()
  await house.says('e1', '说错了')
  house.pass(2 * MINUTE)
  await house.rounds()
  expect(await spoken()).toEqual(['你好', '[已撤回]'])
})

test('a picture that was taken back is gone from the store', async () => {
  house.media.set('m1', await aPicture())
  await house.says('e1', { kind: 'media', media: 'image', count: 1, fetch: ['m1'] })
  await house.rounds()
  expect((await house.pool.query('select 1 from file')).rowCount).toBe(1)
  await house.says('u1', { kind: 'unsent', externalId: 'e1' })
  await house.rounds()
  expect((await house.pool.query('select 1 from file')).rowCount).toBe(0)
  expect((await house.shown()).some(({ media }) => media)).toBe(false)
})

test('from somebody unknown it begins no conversation', async () => {
  const { status } = await house.says('u1', { kind: 'unsent', externalId: 'e1' })
  expect(status).toBe('duplicate')
  expect(await house.shown()).toEqual([])
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Incoming } from '../../../src/core/events/incoming.ts'
import { HOUR, MINUTE } from '../../../src/core/time.ts'
import { aPicture } from '../../support/pictures.ts'
import { openWrittenHouse, type WrittenHouse } from '../../support/written-house.ts'

let house: WrittenHouse
beforeEach(async () => {
  house = await openWrittenHouse()
})
afterEach(() => house.close())

const pictures = (...fetch: string[]): Incoming => ({
  kind: 'media',
  media: 'image',
  count: fetch.length,
  fetch,
})

const filesShown = async () =>
  (await house.shown()).find(({ from }) => from === 'resident')?.media?.files ?? []

test('a picture is shown at once and opens as soon as it was fetched', async () => {
  house.media.set('m1', await aPicture())
  await house.says('e1', pictures('m1'))
  const [file = ''] = await filesShown()
  expect(await house.files.read(house.conversation, file)).toBe(null)
  await house.rounds()
  expect((await house.files.read(house.conversation, file))?.kind).toBe('image')
  expect(await filesShown()).toEqual([file])
})

test('the same picture sent twice opens under both ids', async () => {
  const picture = await aPicture()
  house.media.set('m1', picture)
  house.media.set('m2', picture)
  await house.says('e1', pictures('m1', 'm2'))
  await house.rounds()
  const files = await filesShown()
  expect(new Set(files).size).toBe(2)
  for (const file of files) expect(await house.files.read(house.conversation, file)).not.toBe(null)
})

test('what the platform is still working on is asked for again, and kept once it is there', async () => {
  house.media.set('m1', 'later')
  await house.says('e1', pictures('m1'))
  await house.rounds()
  house.media.set('m1', await aPicture())
  house.pass(MINUTE)
  await house.rounds()
  const [file = ''] = await filesShown()
  expect(await house.files.read(house.conversation, file)).not.toBe(null)
})

test('what cannot be had is said to the resident once, and stands in the case', async () => {
  await house.says('e0', '开案')
  await house.says('e1', pictures('m1'))
  await house.rounds()
  house.pass(HOUR)
  await house.rounds()
  const told = (await house.shown()).filter(({ text }) => text.includes('再发一次'))
  expect(told.length).toBe(1)
  const { rows } = await house.pool.query(`select detail from case_event where kind = 'media_lost'`)
  expect(rows).toEqual([{ detail: { seq: 2, why: 'gone' } }])
})

test('a platform that is away for hours is given up, with a word', async () => {
  house.media.set('m1', 'later')
  await house.says('e1', pictures('m1'))
  for (let n = 0; n < 50; n++) {
    await house.rounds()
    house.pass(10 * MINUTE)
  }
  const told = (await house.shown()).filter(({ text }) => text.includes('再发一次'))
  expect(told.length).toBe(1)
  expect((await house.pool.query(`select 1 from job where kind = 'fetch_media'`)).rowCount).toBe(0)
})

test('bytes that are no picture are not kept, and the resident is told', async () => {
  house.media.set('m1', Buffer.from('MZ not a picture'))
  await house.says('e1', pictures('m1'))
  await house.rounds()
  expect((await house.shown()).at(-1)?.text).toBe('打不开，请换一张。')
  const { rowCount } = await house.pool.query('select 1 from file')
  expect(rowCount).toBe(0)
})

test('after an erasure nothing is fetched any more', async () => {
  house.media.set('m1', 'later')
  await house.says('e1', pictures('m1'))
  await house.rounds()
  await house.engine.perform(
    { bucket: Number.parseInt(house.conversation.slice(0, 2), 16), id: house.conversation },
    'erase:1',
    { do: 'erase' },
  )
  house.media.set('m1', await aPicture())
  house.pass(MINUTE)
  await house.rounds()
  expect((await house.pool.query('select 1 from file')).rowCount).toBe(0)
})

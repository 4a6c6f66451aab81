import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReader } from '../../../src/edge/ocr/open-reader.ts'
import type { Reader } from '../../../src/work/ports/reader.ts'
import { openHelpedHouse } from '../../support/helped-house.ts'
import { hasChineseFont, printedPage } from '../../support/printed-page.ts'
import { ASKING } from '../../support/real-desk.ts'

let reader: Reader | null
let house: Awaited<ReturnType<typeof openHelpedHouse>>

beforeAll(async () => {
  reader = await openReader()
  house = await openHelpedHouse(reader ? { reader } : {})
})
afterAll(async () => {
  await house.close()
  await reader?.close()
})

test.skipIf(!hasChineseFont())(
  'the adviser reads with a photo what paper it seems to be; the resident is asked nothing',
  async () => {
    const resident = house.resident()
    for (const text of ASKING) await resident.says(text)
    const photo = await printedPage(['医疗门诊收费票据', '检查费 120.00', '合计 358.60'])
    const kept = await house.files.keep(resident.conversation, photo)
    if (kept.status !== 'kept') throw new Error(kept.why)
    await resident.says({ kind: 'media', media: 'image', count: 1, files: [kept.id] })
    const said = await resident.heard()
    await house.rounds()
    await house.rounds()
    const { events } = await house.newest()
    const read = events.filter(({ kind }) => kind === 'photo_read')
    expect(read).toMatchObject([
      { detail: { file: kept.id, document: 'receipt' }, words: { amount: 358.6 } },
    ])
    expect(JSON.stringify(read[0]?.words)).toContain('收费')
    expect(await resident.heard()).toEqual(said)
  },
)

test('a picture without print, and bytes that are none, say nothing', async () => {
  expect(await reader?.read(Buffer.from('no picture'))).toEqual([])
  const blank = await reader?.read(await printedPage([]))
  expect(blank).toEqual([])
})

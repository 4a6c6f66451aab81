import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPlaces } from '../../../src/edge/sources/places.ts'

const shipped = join(import.meta.dirname, '../../../data/places')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-places-'))
  await cp(shipped, folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true }))

const HEAD = 'road,from,to,parity,street,committee,source'

describe('the shipped places', () => {
  test('hold three cities with every office and committee', async () => {
    const { cities } = await loadPlaces(shipped)
    const counts = cities.map(({ code, districts }) => {
      const streets = districts.flatMap((district) => district.streets)
      const committees = streets.flatMap((street) => street.committees)
      return [code, districts.length, streets.length, committees.length]
    })
    expect(counts).toEqual([
      ['3201', 11, expect.any(Number), 1322],
      ['3101', 16, expect.any(Number), 6509],
      ['4420', 1, 23, 287],
    ])
  })

  test('have no made-up house number without its mark', async () => {
    const { roads } = await loadPlaces(shipped)
    expect(new Set(roads.map((row) => row.source))).toEqual(new Set(['demo']))
  })
})

describe('what an office edits is checked', () => {
  const write = (file: string, text: string) => writeFile(join(folder, file), text)

  test('a house number is read, with BOM, remarks and Windows line ends', async () => {
    await write(
      'roads/310105.csv',
      `\ufeff${HEAD}\r\n# ours\r\n仙霞路,1,99,odd,310105008,,adviser\r\n`,
    )
    const { roads } = await loadPlaces(folder)
    expect(roads).toEqual([
      { road: '仙霞路', from: 1, to: 99, parity: 'odd', street: '310105008', source: 'adviser' },
    ])
  })

  test.each([
    ['仙霞路,99,1,odd,310105008,,adviser'],
    ['仙霞路,1,99,left,310105008,,adviser'],
    ['仙霞路,1,99,odd,31010,,adviser'],
    ['仙霞路,1,99,odd,310105008,,adviser,more'],
    ['仙霞路,1,99,odd,310105999,,adviser'],
  ])('a wrong row is refused: %s', async (row) => {
    await write('roads/310105.csv', `${HEAD}\n${row}\n`)
    await expect(loadPlaces(folder)).rejects.toMatchObject({ code: 'bad_data' })
  })

  test('an alias of a place that does not exist is refused', async () => {
    await write('roads/310105.csv', `${HEAD}\n`)
    await write('aliases.yaml', '"310105999": [某某街道]\n')
    await expect(loadPlaces(folder)).rejects.toMatchObject({
      code: 'bad_data',
      details: { codes: ['310105999'] },
    })
  })
})

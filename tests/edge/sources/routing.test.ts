import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCalendar, loadClocks } from '../../../src/edge/sources/clocks.ts'
import { loadHotlines } from '../../../src/edge/sources/hotlines.ts'
import { loadTown } from '../../../src/edge/sources/routing.ts'

const shipped = join(import.meta.dirname, '../../../data')
let data = ''
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'hearth-data-'))
  for (const folder of ['places', 'routing', 'clocks', 'calendar', 'hotlines']) {
    await cp(join(shipped, folder), join(data, folder), { recursive: true })
  }
})
afterAll(() => rm(data, { recursive: true }))

const write = (file: string, text: string) => writeFile(join(data, file), text)
const refused = { code: 'bad_data' }

describe('the shipped data', () => {
  test('makes a town for every district of its cities', async () => {
    for (const district of ['310105', '310109', '320104', '442000']) {
      const town = await loadTown(shipped, district)
      expect(town.tables[district]?.dutyTiers).toEqual(['imminent', 'high'])
    }
  })

  test('says which calendars nobody has verified', async () => {
    const { years, unverified } = await loadCalendar(join(shipped, 'calendar'))
    expect(years).toEqual([2026, 2027])
    expect(unverified).toEqual([2026, 2027])
  })

  test('runs the crisis clock for fifteen minutes', async () => {
    const { classes } = await loadClocks(join(shipped, 'clocks/default.yaml'))
    expect(classes.crisis.acknowledge).toEqual({ unit: 'minute', count: 15 })
  })
})

describe('what an office edits is checked', () => {
  const district = (more: string) =>
    write('routing/310105.yaml', `format: hearth-routing/1\ndistrict: "310105"\n${more}`)

  test('a district takes over what it does not change', async () => {
    await district('capacity: 5\nsites: { inc: living }\n')
    const { tables } = await loadTown(data, '310105')
    expect(tables['310105']).toMatchObject({
      capacity: 5,
      sites: { inc: 'living', hou: 'affairs' },
    })
  })

  test.each([
    ['an unknown street', 'streets: { "310105999": {} }'],
    ['a neighbour in another district', 'streets: { "310105001": { neighbours: ["310106014"] } }'],
    ['a committee of another street', 'streets: { "310105001": { committees: ["310105002006"] } }'],
    ['a site that does not exist', 'sites: { inc: upstairs }'],
    ['a field nobody knows', 'capasity: 5'],
  ])('%s is refused', async (_name, more) => {
    await district(`${more}\n`)
    await expect(loadTown(data, '310105')).rejects.toMatchObject(refused)
    await district('')
  })

  test('a house in a district without places is refused', async () => {
    await expect(loadTown(data, '110101')).rejects.toMatchObject(refused)
  })

  test('a danger without an open line is refused', async () => {
    const day = '{ weekdays: [1], from: "09:00", to: "17:00" }'
    await write(
      'hotlines/elsewhere.yaml',
      `format: hearth-hotlines/1
region: elsewhere
base: mainland
cities: []
lines: [{ id: day, number: "123", name: 日间, hours: ${day}, source: here }]
order: { violence: [day] }
`,
    )
    await expect(loadHotlines(join(data, 'hotlines'))).rejects.toMatchObject({
      code: 'bad_data',
      details: { region: 'elsewhere', danger: 'violence' },
    })
  })

  test.each(['0min', '2 wd', '2weeks', 'soon'])('a clock of %s is refused', async (span) => {
    const text = await readFile(join(shipped, 'clocks/default.yaml'), 'utf8')
    await write('clocks/default.yaml', text.replace('15min', span))
    await expect(loadClocks(join(data, 'clocks/default.yaml'))).rejects.toMatchObject(refused)
  })
})

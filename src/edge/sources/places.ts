import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { problem } from '../../core/errors.ts'
import type { City, Places, RoadRange } from '../../core/understanding/place/places.ts'
import { checked, readYaml } from './read-yaml.ts'

const Name = z.string().min(1)
const CityFile = z.strictObject({
  format: z.literal('hearth-places/1'),
  city: z.string().regex(/^\d{4}$/),
  name: Name,
  edition: z.iso.date(),
  source: Name,
  districts: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{6}$/),
      name: Name,
      streets: z.array(
        z.strictObject({
          code: z.string().regex(/^\d{9}$/),
          name: Name,
          /** The last three digits of the code, and the name. */
          committees: z.array(z.tuple([z.string().regex(/^\d{3}$/), Name])),
        }),
      ),
    }),
  ),
})

const Aliases = z.record(z.string().regex(/^(\d{6}|\d{9}|\d{12})$/), z.array(Name))

const HouseNumber = z.coerce.number().int().min(1).max(99_999)
const RoadRow = z
  .strictObject({
    road: Name,
    from: HouseNumber,
    to: HouseNumber,
    parity: z.enum(['odd', 'even', 'all']),
    street: z.string().regex(/^\d{9}$/),
    committee: z.union([z.literal(''), z.string().regex(/^\d{12}$/)]),
    source: Name,
  })
  .refine((row) => row.from <= row.to, { message: 'from is greater than to' })

/**
 * Reads data/places: a JSON file a city (written by scripts/places.mjs), aliases.yaml, and roads/*.csv.
 * Aliases and roads of places that no city file holds are refused: a typing error must not lie still.
 */
export async function loadPlaces(folder: string): Promise<Places> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const cities = await Promise.all(files.map((file) => loadCity(join(folder, file))))
  const aliases = await readYaml(join(folder, 'aliases.yaml'), Aliases)
  const roads = await loadRoads(join(folder, 'roads'))
  const known = codesOf(cities)
  const unknown = [
    ...Object.keys(aliases),
    ...roads.flatMap((r) => [r.street, r.committee ?? r.street]),
  ]
  const wrong = unknown.filter((code) => !known.has(code))
  if (wrong.length > 0) throw problem('bad_data', { file: 'aliases.yaml, roads', codes: wrong })
  return { cities, aliases, roads }
}

async function loadCity(path: string): Promise<City> {
  const { city, name, districts } = await readYaml(path, CityFile)
  return {
    code: city,
    name,
    districts: districts.map((district) => ({
      ...district,
      streets: district.streets.map(({ code, name: street, committees }) => ({
        code,
        name: street,
        committees: committees.map(([end, committee]) => ({ code: code + end, name: committee })),
      })),
    })),
  }
}

async function loadRoads(folder: string): Promise<RoadRange[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.csv')).sort()
  return (await Promise.all(files.map((file) => loadRoadFile(join(folder, file))))).flat()
}

/** Plain CSV: names hold neither commas nor quotes; lines with # are remarks; a BOM is allowed. */
async function loadRoadFile(path: string): Promise<RoadRange[]> {
  const lines = (await readFile(path, 'utf8')).replace(/^\ufeff/, '').split(/\r?\n/)
  const [head = '', ...rows] = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const fields = head.split(',')
  return rows.map((line) => {
    const cells = line.split(',')
    const entries = cells.map((cell, i) => [fields[i] ?? `column ${i + 1}`, cell.trim()])
    const { committee, ...row } = checked(path, Object.fromEntries(entries), RoadRow)
    return committee === '' ? row : { ...row, committee }
  })
}

function codesOf(cities: readonly City[]): Set<string> {
  const districts = cities.flatMap((city) => city.districts)
  const streets = districts.flatMap((district) => district.streets)
  const committees = streets.flatMap((street) => street.committees)
  return new Set([...districts, ...streets, ...committees].map((place) => place.code))
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { problem } from '../../core/errors.ts'
import type { RoutingTable, StreetRules, Town } from '../../core/routing/town.ts'
import { type Gazetteer, gazetteer } from '../../core/understanding/place/gazetteer.ts'
import { TIERS } from '../../core/understanding/understood.ts'
import { loadCalendar, loadClocks } from './clocks.ts'
import { loadPlaces } from './places.ts'
import { readYaml } from './read-yaml.ts'

const Rules = {
  format: z.literal('hearth-routing/1'),
  duty_tiers: z.array(z.enum(TIERS)).optional(),
  capacity: z.int().positive().optional(),
  sites: z.record(z.string(), z.enum(['affairs', 'living'])).default({}),
  formal: z
    .record(z.string(), z.enum(['hukou', 'residence', 'emergency', 'school', 'employment_service']))
    .default({}),
}
const Street = z.strictObject({
  capacity: z.int().positive().optional(),
  neighbours: z.array(z.string().regex(/^\d{9}$/)).default([]),
  committees: z.union([z.literal('all'), z.array(z.string().regex(/^\d{12}$/))]).default([]),
})
const DefaultFile = z.strictObject({
  ...Rules,
  duty_tiers: z.array(z.enum(TIERS)).min(1),
  capacity: z.int().positive(),
})
const DistrictFile = z.strictObject({
  ...Rules,
  district: z.string().regex(/^\d{6}$/),
  streets: z.record(z.string().regex(/^\d{9}$/), Street).default({}),
})

type DefaultFile = z.infer<typeof DefaultFile>
type DistrictFile = z.infer<typeof DistrictFile>

/**
 * Everything routing needs, from the folder data: places, routing, calendar, clocks. `district` is the
 * house's own; it has the default rules when it has no file. The names are indexed here (75 ms for three
 * cities), so that the first resident does not wait for it.
 */
export async function loadTown(data: string, district: string): Promise<Town> {
  const places = gazetteer(await loadPlaces(join(data, 'places')))
  if (!places.districts.has(district)) throw problem('bad_data', { district })
  const tables = await loadRouting(join(data, 'routing'), places, district)
  const calendar = await loadCalendar(join(data, 'calendar'))
  for (const code of places.districts.keys()) places.index(code)
  const { office } = await loadClocks(join(data, 'clocks', 'default.yaml'))
  return { places, district, tables, calendar, office }
}

/** Reads data/routing: default.yaml, and one file a district that takes its rules over. */
async function loadRouting(
  folder: string,
  places: Gazetteer,
  own: string,
): Promise<Town['tables']> {
  const standard = await readYaml(join(folder, 'default.yaml'), DefaultFile)
  const files = (await readdir(folder)).filter((file) => /^\d{6}\.yaml$/.test(file)).sort()
  const read = await Promise.all(files.map((file) => readYaml(join(folder, file), DistrictFile)))
  const bare = { format: standard.format, district: own, streets: {}, sites: {}, formal: {} }
  const tables = [bare, ...read].map((district) => tableOf(district, standard, places))
  return Object.fromEntries(tables.map((table) => [table.district, table]))
}

function tableOf(file: DistrictFile, standard: DefaultFile, places: Gazetteer): RoutingTable {
  const { district } = file
  const streets = Object.entries(file.streets).map(([code, rules]): [string, StreetRules] => {
    const all = places.streets.get(code)?.committees.map((committee) => committee.code) ?? []
    const { capacity, neighbours } = rules
    const committees = rules.committees === 'all' ? all : rules.committees
    return [code, { neighbours, committees, ...(capacity !== undefined && { capacity }) }]
  })
  refuseUnknown(district, streets, places)
  return {
    district,
    dutyTiers: file.duty_tiers ?? standard.duty_tiers,
    capacity: file.capacity ?? standard.capacity,
    streets: Object.fromEntries(streets),
    sites: { ...standard.sites, ...file.sites },
    formal: { ...standard.formal, ...file.formal },
  }
}

/** Neighbours must lie in the district: its overflow stays within the tenant. */
function refuseUnknown(
  district: string,
  streets: readonly [string, StreetRules][],
  places: Gazetteer,
): void {
  const named = streets.flatMap(([code, rules]) => [code, ...rules.neighbours])
  const wrong = named.filter((code) => !places.streets.has(code) || !code.startsWith(district))
  const committees = streets.flatMap(([code, rules]) =>
    rules.committees.filter((c) => !places.committees.has(c) || !c.startsWith(code)),
  )
  if (wrong.length + committees.length === 0 && places.districts.has(district)) return
  throw problem('bad_data', { file: `${district}.yaml`, codes: [...wrong, ...committees] })
}

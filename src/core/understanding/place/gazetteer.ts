import { canon } from './canonical.ts'
import { coreOf, type Name, namesOf } from './names.ts'
import type { City, Committee, District, Places, RoadRange, Street } from './places.ts'
import { type Bearer, bearersOf, rangesOfNames } from './road-of-name.ts'
import { type Sound, soundsOf } from './sound.ts'

/** Places made ready for looking up. Built once; the index of a district is made when first asked. */
export type Gazetteer = {
  /** What it was made from. */
  readonly source: Places
  readonly cities: readonly City[]
  readonly districts: ReadonlyMap<string, District>
  readonly streets: ReadonlyMap<string, Street>
  readonly committees: ReadonlyMap<string, Committee>
  readonly aliases: Places['aliases']
  /** Names of one district by their first two characters, the longest first. */
  readonly index: (district: string) => NameIndex
  /** How the offices and committees of one district sound. */
  readonly sounds: (district: string) => readonly Sound[]
  /** Known house numbers by canonical road name. */
  readonly roads: (district: string) => ReadonlyMap<string, readonly RoadRange[]>
  /** What each street office and its committees are called, for roads named like them. */
  readonly bearers: (district: string) => readonly Bearer[]
}

export type NameIndex = ReadonlyMap<string, readonly Name[]>

export function gazetteer(places: Places): Gazetteer {
  const districts = new Map(places.cities.flatMap((c) => c.districts).map((d) => [d.code, d]))
  const streets = new Map([...districts.values()].flatMap((d) => d.streets).map((s) => [s.code, s]))
  const committees = [...streets.values()].flatMap((s) => s.committees)
  const cityOf = (code: string) =>
    places.cities.find((city) => city.districts.some((d) => d.code === code))?.code ?? ''
  const counts = once((code) => countNames(places.cities.find((city) => city.code === code)))
  const below = (code: string) => districts.get(code)?.streets ?? []
  return {
    source: places,
    cities: places.cities,
    aliases: places.aliases,
    districts,
    streets,
    committees: new Map(committees.map((c) => [c.code, c])),
    index: once((code) => {
      const names = below(code).flatMap((s) => namesOf(s, places.aliases))
      return indexOf(markCommon(names, counts(cityOf(code))))
    }),
    bearers: once((code) => below(code).map(bearersOf)),
    sounds: once((code) => soundsOf(below(code))),
    roads: once((code) => {
      const known = places.roads.filter((range) => range.street.startsWith(code))
      return roadsOf([...known, ...below(code).flatMap(rangesOfNames)])
    }),
  }
}

export const districtOf = (code: string): string => code.slice(0, 6)

/** 江苏路街道 万村居委会, as it is offered to the resident. */
export function labelOf(places: Gazetteer, street: string, committee?: string): string {
  const office = places.streets.get(street)?.name ?? street
  const below = committee === undefined ? undefined : places.committees.get(committee)?.name
  return below === undefined ? office : `${office} ${below}`
}

function once<T>(make: (code: string) => T): (code: string) => T {
  const made = new Map<string, T>()
  return (code) => {
    const known = made.get(code)
    if (known !== undefined) return known
    const value = make(code)
    made.set(code, value)
    return value
  }
}

function indexOf(names: readonly Name[]): NameIndex {
  const index = new Map<string, Name[]>()
  for (const name of [...names, ...twins(names)]) {
    const start = name.key.slice(0, 2)
    const row = index.get(start)
    if (row === undefined) index.set(start, [name])
    else row.push(name)
  }
  for (const row of index.values()) row.sort((a, b) => b.key.length - a.key.length)
  return index
}

/** In how many street offices of a city a committee of this name exists. */
function countNames(city: City | undefined): ReadonlyMap<string, number> {
  const streets = (city?.districts ?? []).flatMap((district) => district.streets)
  const count = new Map<string, number>()
  for (const { committees } of streets) {
    for (const key of new Set(committees.map((c) => canon(coreOf(c.name))))) {
      count.set(key, (count.get(key) ?? 0) + 1)
    }
  }
  return count
}

const markCommon = (names: readonly Name[], counts: ReadonlyMap<string, number>): Name[] =>
  names.map((name) => ((counts.get(name.key) ?? 0) > 1 ? { ...name, common: true } : name))

/** 新泾 may also mean 北新泾: offices whose names differ only by a first character are both offered. */
function twins(names: readonly Name[]): Name[] {
  const bare = names.filter((name) => name.form === 'bare' || name.form === 'alias')
  const keys = new Set(bare.map((name) => name.key))
  const longer = bare.filter((name) => name.form === 'bare' && keys.has(name.key.slice(1)))
  return longer.map((name) => ({ ...name, key: name.key.slice(1) }))
}

function roadsOf(ranges: readonly RoadRange[]): Map<string, RoadRange[]> {
  const roads = new Map<string, RoadRange[]>()
  for (const range of ranges) {
    const key = canon(range.road)
    roads.set(key, [...(roads.get(key) ?? []), range])
  }
  return roads
}

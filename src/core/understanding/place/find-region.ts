import type { Canonical } from './canonical.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { City } from './places.ts'

/** Where to look: the districts in question, and where the text goes on after naming them. */
export type Region = {
  readonly districts: readonly string[]
  /** The other districts of the city, where only an office typed in full counts. */
  readonly beyond: readonly string[]
  /** True when the text itself or the caller says which district; a name alone is then enough. */
  readonly known: boolean
  readonly after: number
  /** Where the name of the district or city begins that ends at `after`. */
  readonly from: number
}

export type Hint = { readonly city?: string; readonly district?: string }

/**
 * A district in the text goes before the hint, since people also ask for places elsewhere. Codes and
 * names are both taken as hints. A city without districts is known with the city.
 */
export function findRegion(text: Canonical, places: Gazetteer, hint: Hint): Region {
  const city = findCity(text.text, places) ?? hintedCity(places, hint)
  const cities = city === undefined ? places.cities : [city.city]
  const all = cities.flatMap((c) => c.districts)
  const { from, after } = city ?? { from: 0, after: 0 }
  for (const { code, name } of all) {
    const said = findDistrict(text.text, name, after)
    if (said !== undefined) return { districts: [code], beyond: [], known: true, ...said }
  }
  const hinted = all.find((d) => hint.district !== undefined && sameAs(hint.district, d))
  if (hinted === undefined) {
    return { districts: all.map((d) => d.code), beyond: [], known: all.length === 1, from, after }
  }
  const beyond = all.filter((d) => d !== hinted).map((d) => d.code)
  return { districts: [hinted.code], beyond, known: true, from, after }
}

/** Words before an address. */
const LEAD = /^(?:我|家|住|在|是|江苏省?|广东省?)*/
/** 南京东路 is a road in Shanghai, 中山公园 a park, 中山居委会 a committee. */
const NOT_A_CITY = /^(?:[东西南北中]?\d?路|新村|\d*村|公园|公寓|街|大|居|社区)/

/** 长宁区 anywhere; 长宁 without 区 only where an address starts, or it may be 长宁路. */
function findDistrict(text: string, name: string, after: number): Said | undefined {
  const full = text.indexOf(name)
  if (full >= 0 && !/(?:不是|不在)$/.test(text.slice(0, full))) {
    return { from: full, after: full + name.length }
  }
  const short = name.replace(/(?:新区|区|县|市)$/, '')
  const start = LEAD.exec(text.slice(after))?.[0].length ?? 0
  const rest = text.slice(after + start)
  const road = /^(?:[东西南北中]?\d?支?路|公园|新村|\d*村|街|镇|[东西南北]|社区|居)/
  if (!rest.startsWith(short) || road.test(rest.slice(short.length))) return undefined
  const from = after + start
  return short.length >= 2 ? { from, after: from + short.length } : undefined
}

type Said = { readonly from: number; readonly after: number }
type Found = Said & { readonly city: City }

/** 南京市 anywhere; 南京 without 市 only where an address starts. */
function findCity(text: string, places: Gazetteer): Found | undefined {
  for (const city of places.cities) {
    const full = text.indexOf(city.name)
    if (full >= 0) return { city, from: full, after: full + city.name.length }
    const short = city.name.replace(/市$/, '')
    const start = LEAD.exec(text)?.[0].length ?? 0
    const rest = text.slice(start)
    if (rest.startsWith(short) && !NOT_A_CITY.test(rest.slice(short.length))) {
      return { city, from: start, after: start + short.length }
    }
  }
  return undefined
}

function hintedCity(places: Gazetteer, hint: Hint): Found | undefined {
  const { city, district } = hint
  const found =
    city === undefined
      ? places.cities.find((c) => c.districts.some((d) => d.code === district))
      : places.cities.find((c) => sameAs(city, c))
  return found && { city: found, from: 0, after: 0 }
}

/** 310105, 3101, 310100, 长宁区 and 长宁 all name what they name. */
function sameAs(hint: string, place: { readonly code: string; readonly name: string }): boolean {
  if (/^\d+$/.test(hint)) return hint === place.code || hint === `${place.code}00`
  return place.name === hint || place.name.replace(/(?:新区|区|县|市)$/, '') === hint
}

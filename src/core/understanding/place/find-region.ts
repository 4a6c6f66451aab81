import type { Canonical } from './canonical.ts'
import { NOT_HOME } from './find-names.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { City, District } from './places.ts'

/** Where to look for names. */
export type Region = {
  /** The districts in question. */
  readonly districts: readonly string[]
  /** The other districts of the city, where only an office typed in full counts. */
  readonly beyond: readonly string[]
  /** True when the text or the caller says which district; a name alone is then enough. */
  readonly known: boolean
  /** Where in the text the name of the district or city stands; both 0 when it is not there. */
  readonly from: number
  readonly after: number
}

export type Hint = { readonly city?: string; readonly district?: string }

/**
 * A district in the text goes before the hint, since people also ask for places elsewhere. Codes and
 * names are both taken as hints. A city without districts is known with the city.
 */
export function findRegion(text: Canonical, places: Gazetteer, hint: Hint): Region {
  const city = findCity(text.text, places, hint) ?? hintedCity(places, hint)
  const near = (city === undefined ? places.cities : [city.city]).flatMap((c) => c.districts)
  const far = places.cities.flatMap((c) => c.districts).filter((d) => !near.includes(d))
  const span = { from: city?.from ?? 0, after: city?.after ?? 0 }
  const said =
    saidDistrict(text.text, near, places, span.after) ?? fullyNamed(text.text, far, places)
  if (said !== undefined) return said
  const hinted = near.find((d) => hint.district !== undefined && sameAs(hint.district, d))
  if (hinted === undefined) {
    return { districts: codes(near), beyond: [], known: near.length === 1, ...span }
  }
  const beyond = codes(near.filter((d) => d !== hinted))
  return { districts: [hinted.code], beyond, known: true, ...span }
}

const codes = (districts: readonly District[]) => districts.map((district) => district.code)

type Span = { readonly from: number; readonly after: number }

const only = (district: District, span: Span): Region => {
  return { districts: [district.code], beyond: [], known: true, ...span }
}

/** Words before an address. */
const LEAD = /^(?:我|家|住|在|是|江苏省?|广东省?)*/
/** 南京东路 is a road in Shanghai, 中山公园 a park, 中山居委会 a committee, 长宁路 a road. */
const NO_REGION = /^(?:[东西南北中]?\d?支?路|公园|公寓|新村|\d*村|街|镇|大|[东西南北]|社区|居)/

/** Behind the name of one's own city nearly everything is an address: 上海大众村, but not 上海大学. */
const NO_CITY = /^(?:[东西南北中]?\d?支?路|公园|公寓|新村|街|镇|大[学道厦]|[东西南北]站|社区|居)/

/** 长宁区 anywhere; 长宁 without 区 only where an address starts. */
function saidDistrict(
  text: string,
  districts: readonly District[],
  places: Gazetteer,
  after: number,
): Region | undefined {
  const full = fullyNamed(text, districts, places)
  if (full !== undefined) return full
  const from = after + (LEAD.exec(text.slice(after))?.[0].length ?? 0)
  const rest = text.slice(from)
  const district = districts.find((d) => startsWithRegion(rest, shortName(d)))
  return district && only(district, { from, after: from + shortName(district).length })
}

/** By its name, or by a former one: 闸北区 has been a part of 静安区 since 2015. */
function fullyNamed(
  text: string,
  districts: readonly District[],
  places: Gazetteer,
): Region | undefined {
  for (const district of districts) {
    for (const name of [district.name, ...(places.aliases[district.code] ?? [])]) {
      const from = text.indexOf(name)
      if (from < 0 || NOT_HOME.test(text.slice(0, from))) continue
      return only(district, { from, after: from + name.length })
    }
  }
  return undefined
}

const startsWithRegion = (text: string, name: string): boolean =>
  name.length >= 2 && text.startsWith(name) && !NO_REGION.test(text.slice(name.length))

const shortName = ({ name }: { readonly name: string }): string =>
  name.replace(/(?:新区|区|县|市)$/, '')

type Found = Span & { readonly city: City }

/**
 * 南京市 anywhere; 南京 without 市 only where an address starts, and in the house of another city only
 * before one of its own districts or offices: 中山 is also the beginning of many a name.
 */
function findCity(text: string, places: Gazetteer, hint: Hint): Found | undefined {
  const home = hintedCity(places, hint)?.city
  const start = LEAD.exec(text)?.[0].length ?? 0
  for (const city of places.cities) {
    const full = text.indexOf(city.name)
    if (full >= 0) return { city, from: full, after: full + city.name.length }
    const after = start + shortName(city).length
    if (!text.startsWith(shortName(city), start)) continue
    const rest = text.slice(after)
    const counts = home === city ? !NO_CITY.test(rest) : home === undefined && !NO_REGION.test(rest)
    if (counts || opens(rest, city)) return { city, from: start, after }
  }
  return undefined
}

/** The text begins with a district or an office of the city. */
function opens(text: string, city: City): boolean {
  const offices = city.districts.flatMap((district) => [district, ...district.streets])
  return offices.some((office) => text.startsWith(office.name) || startsShort(text, office))
}

/** 南京秦淮: a district without 区. */
const startsShort = (text: string, { code, name }: { code: string; name: string }): boolean =>
  code.length === 6 && startsWithRegion(text, shortName({ name }))

function hintedCity(places: Gazetteer, { city, district }: Hint): Found | undefined {
  const found =
    city === undefined
      ? places.cities.find((c) => c.districts.some((d) => d.code === district))
      : places.cities.find((c) => sameAs(city, c))
  return found && { city: found, from: 0, after: 0 }
}

/** 310105, 3101, 310100, 310000, 长宁区, 长宁 and 上海市长宁区 all name what they name. */
function sameAs(hint: string, place: { readonly code: string; readonly name: string }): boolean {
  if (/^\d+$/.test(hint)) return hint.padEnd(6, '0') === codeOf(hint, place.code)
  return hint.endsWith(place.name) || shortName(place) === hint
}

/** A city's code with as many digits of its own as the hint has before its zeros: 31, 3101 or 310105. */
function codeOf(hint: string, code: string): string {
  const province = /^\d\d0*$/.test(hint) && code.length === 4
  return (province ? code.slice(0, 2) : code).padEnd(6, '0')
}

import type { Address, PlaceOption } from '../understood.ts'
import { type Canonical, canonical, written } from './canonical.ts'
import { findNames, type Hit } from './find-names.ts'
import { findRegion, type Hint, type Region } from './find-region.ts'
import { findRoad, type RoadAddress } from './find-road.ts'
import { findSounding } from './find-sounding.ts'
import { districtOf, type Gazetteer, labelOf } from './gazetteer.ts'
import { judgeNames, type Place, type Reason, type Verdict } from './judge.ts'
import { judgeRoad } from './judge-road.ts'
import { officesOfRoad } from './road-of-name.ts'

/** What a choice can still hold on a small screen and in a numbered text. */
const MOST_OPTIONS = 5

/**
 * Which street office and committee a text speaks of; undefined when it speaks of no place at all.
 * In this order: committee or estate, office with 街道 or 镇, known house numbers of the road, sound.
 * A road's name alone is never sure: of the addresses on roads that bear an office's name only half
 * lie in that office (30 of 59 measured in Shanghai).
 */
export function locate(raw: string, places: Gazetteer, hint: Hint = {}): Address | undefined {
  const text = canonical(raw)
  const region = findRegion(text, places, hint)
  const found = hitsIn(text, places, region)
  const road = findRoad(text, startOfRoad(region, found), wallsOf(found))
  const hits = found.filter((hit) => !inRoad(hit, road) && !inRegion(hit, region))
  const verdict = judge(text, places, region, hits, road)
  if (road === undefined && verdict.sure === undefined && verdict.maybe.length === 0) {
    return undefined
  }
  return addressOf(text, places, verdict, hits, road)
}

/**
 * Names of the districts in question. An office typed in full is also found elsewhere in the city; its
 * shorter names are offered from elsewhere only where nothing near was meant.
 */
function hitsIn(text: Canonical, places: Gazetteer, region: Region): Hit[] {
  const near = region.districts.flatMap((code) => findNames(text, places.index(code), region.after))
  if (near.some((hit) => hit.name.form === 'office')) return near
  const far = region.beyond.flatMap((code) => findNames(text, places.index(code), region.after))
  const offices = far.filter((hit) => hit.name.form === 'office')
  const rest = near.filter((hit) => !offices.some((office) => within(hit, office)))
  if (rest.length + offices.length > 0) return [...rest, ...offices]
  return far.filter(({ name }) => name.key.length >= 3 && /^(?:bare|alias)$/.test(name.form))
}

const within = (a: Hit, b: Hit) => a.start >= b.start && a.end <= b.end

/** 金沙 in 金沙江西路 is no place; a committee that bears the road and its number (三泉路601弄) is. */
const inRoad = (hit: Hit, road: RoadAddress | undefined) =>
  road !== undefined && hit.start >= road.start && hit.end < road.end && hit.end > road.start

/** 宝山 in 宝山区 is the district again; 海湾镇 in 上海湾镇村 begins within the city's name. */
const inRegion = (hit: Hit, { from, after }: Region) =>
  (hit.start >= from && hit.end <= after) || (hit.start > from && hit.start < after)

/** A road's name begins after the district and the office. */
function startOfRoad(region: Region, hits: readonly Hit[]): number {
  const offices = hits.filter((hit) => hit.name.form === 'office')
  return Math.max(region.after, ...offices.map((hit) => hit.end))
}

/** Where the name of an estate or a village ends, a road may begin. */
const wallsOf = (hits: readonly Hit[]) =>
  hits.filter(({ name }) => /[村苑]$|小区$|花园$|公寓$/.test(name.key)).map((hit) => hit.end)

function judge(
  text: Canonical,
  places: Gazetteer,
  region: Region,
  hits: readonly Hit[],
  road: RoadAddress | undefined,
): Verdict {
  const named = judgeNames(text, hits, region.known)
  if (named.sure !== undefined) return named
  const numbered = road && judgeRoad(road, rangesOf(places, region, road))
  if (numbered?.sure !== undefined && agree(numbered.sure, named.maybe)) return numbered
  const byRoad = numbered?.sure ? [numbered.sure] : (numbered?.maybe ?? [])
  const sounding = mayBeMistyped(text, named, hits) ? soundingIn(text, places, region) : []
  const maybe = [...byRoad, ...sounding, ...named.maybe]
  if (byRoad.length === 0 && sounding.length > 0) return { maybe, why: 'sounds_like' }
  if (road !== undefined && maybe.length === 0 && region.known) {
    const bearing = byName(places, region, road)
    if (bearing.length > 0) return { maybe: bearing, why: 'road_name' }
  }
  return {
    maybe,
    why: byRoad.length > 0 || named.maybe.length === 0 ? onRoad(numbered) : named.why,
  }
}

/** A road that contradicts a name is no more than a number that is not sure. */
function onRoad(numbered: Verdict | undefined): Reason {
  if (numbered === undefined) return 'nothing_found'
  return numbered.sure === undefined ? numbered.why : 'number_unsure'
}

/** 居委 or 街道 was typed behind a name that nothing bears, or nothing at all is known by its writing. */
const mayBeMistyped = (text: Canonical, named: Verdict, hits: readonly Hit[]): boolean =>
  named.maybe.length === 0 ||
  (named.why === 'name_unsure' &&
    !hits.some((hit) => hit.titled) &&
    /街道|镇|居委|社区|村委/.test(text.text))

/** 玄武 may be the district or the beginning of 玄武门: first without it, then with it. */
function soundingIn(text: Canonical, places: Gazetteer, region: Region): Place[] {
  const rest = findSounding(text.text.slice(region.after), places, region.districts)
  if (rest.length > 0 || region.after === 0) return rest
  return findSounding(text.text, places, region.districts)
}

/** House numbers up to which a road is mostly still where it gave its name (65 of 75, beyond 27 of 38). */
const NAMED_UP_TO = 700

/** Offices that a road may lie in by its name: worth a question, never sure. */
function byName(places: Gazetteer, { districts }: Region, { key, number }: RoadAddress): Place[] {
  if (number !== undefined && number > NAMED_UP_TO) return []
  const bearers = districts.flatMap((code) => places.bearers(code))
  return officesOfRoad(key, bearers).map((street) => ({ street }))
}

const rangesOf = (places: Gazetteer, region: Region, road: RoadAddress) =>
  region.districts.flatMap((code) => places.roads(code).get(road.key) ?? [])

const agree = (sure: Place, maybe: readonly Place[]) =>
  maybe.length === 0 || maybe.some((place) => place.street === sure.street)

function addressOf(
  text: Canonical,
  places: Gazetteer,
  verdict: Verdict,
  hits: readonly Hit[],
  road: RoadAddress | undefined,
): Address {
  const { sure, maybe, why } = verdict
  const options = optionsOf(places, maybe)
  const estate = hits.find(isEstate)
  const districts = new Set([...(sure ? [sure] : maybe)].map((place) => districtOf(place.street)))
  const [district] = districts
  return {
    ...(districts.size === 1 && district !== undefined && { district }),
    ...sure,
    ...(road && { road: road.road }),
    ...(road?.number !== undefined && { number: road.number }),
    ...(road?.unit && { unit: road.unit }),
    ...(estate && { estate: written(text, estate.start, estate.end) }),
    sure: sure !== undefined,
    options,
    why,
  }
}

/** The name of an estate (小区): several committees share it, or one bears it and is not called 居委. */
const isEstate = ({ name: { form, committee, key }, titled }: Hit) =>
  form === 'stem' || (committee !== undefined && !titled && key.length > 2)

function optionsOf(places: Gazetteer, maybe: readonly Place[]): PlaceOption[] {
  const labelled = maybe.map((place) => ({
    ...place,
    label: labelOf(places, place.street, place.committee),
  }))
  return [...new Map(labelled.map((option) => [option.label, option])).values()].slice(
    0,
    MOST_OPTIONS,
  )
}

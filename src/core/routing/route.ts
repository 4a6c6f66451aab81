import type { Instant } from '../time.ts'
import { districtOf } from '../understanding/place/gazetteer.ts'
import type { Place } from '../understanding/place/judge.ts'
import type { Preset } from '../understanding/place/preset.ts'
import type { Address, Tier } from '../understanding/understood.ts'
import { isOpen } from './calendar.ts'
import { type Formal, formalOf, type Registered } from './formal.ts'
import { siteOf } from './site.ts'
import type { RoutingTable, Site, Town } from './town.ts'
import type { Urgency } from './urgency.ts'

/** What is known of a request when it is routed. Everything but tier and urgency may be missing. */
export type RouteRequest = {
  readonly tier: Tier
  readonly urgency: Urgency
  /** Codes of the needs, the greatest first: indicators and kinds of help (emergency_aid …). */
  readonly needs: readonly string[]
  /** Street or committee of the link or QR code that the resident came by. */
  readonly preset?: Preset
  /** Where the resident lives; only a sure one routes. */
  readonly address?: Address
  /** The file of the household that has been here before. */
  readonly household?: { readonly street: string; readonly adviser: OwnAdviser }
  readonly registered?: Registered
  /** Open cases by street; a street that is not named has room. */
  readonly load?: Readonly<Record<string, number>>
}

export type OwnAdviser = { readonly id: string; readonly present: boolean }

/** The links of the chain, in their order. `route.<rule>` is the key of the sentence people read. */
export const ROUTE_RULES = [
  'crisis_duty',
  'after_hours',
  'own_adviser',
  'preset',
  'committee',
  'street',
  'neighbour',
  'district_overflow',
  'outside',
  'triage',
] as const

export type RouteRule = (typeof ROUTE_RULES)[number]

/** Where a case goes and why. Ids and codes only. */
export type Route = {
  /** `duty:310105`, `adviser:<id>`, `committee:<12>`, `street:<9>`, `district:<6>`, `triage:<6>`. */
  readonly queue: string
  readonly district: string
  /** The street that answers for the case; absent until a person has placed it. */
  readonly street?: string
  /** Where the resident lives, when it is in that street. */
  readonly committee?: string
  readonly site?: Site
  readonly rule: RouteRule
  readonly facts: Readonly<Record<string, string | number | boolean>>
  /** Where formal applications are made, by need; service itself goes by residence. */
  readonly formal: readonly Formal[]
}

type Facts = Record<string, string | number | boolean>
type Step = Pick<Route, 'queue' | 'rule'> & { readonly street?: string; readonly facts?: Facts }

/**
 * The chain: crisis duty, duty after hours, own adviser, preset, committee, street, overflow, people.
 * Preset, then address, then the household's file say where the home is. It always ends in a queue:
 * what cannot be placed is placed by hand (人工分派), and nothing waits for an address.
 */
export function route(request: RouteRequest, town: Town, now: Instant): Route {
  const home = placed(request, town)
  const district = servedDistrict(request, home, town)
  const table = town.tables[district]
  const step = stepOf(request, town, table, home, district, now)
  const street = [step.street ?? home?.street].find((code) => code && districtOf(code) === district)
  const committee = street === home?.street ? home?.committee : undefined
  const site = table && siteOf(request.needs, table)
  return {
    queue: step.queue,
    district,
    ...(street !== undefined && { street }),
    ...(committee !== undefined && { committee }),
    ...(site && { site }),
    rule: step.rule,
    facts: { ...factsOf(request, home, now, town), ...step.facts },
    formal: table ? formalOf(request.needs, request.registered, home, table) : [],
  }
}

function stepOf(
  request: RouteRequest,
  town: Town,
  table: RoutingTable | undefined,
  home: Place | undefined,
  district: string,
  now: Instant,
): Step {
  const duty = { queue: `duty:${district}` }
  if (isForDuty(request, table)) {
    return { ...duty, rule: 'crisis_duty', facts: { tier: request.tier } }
  }
  const closed = !isOpen(now, town.calendar, town.office)
  if (closed && request.urgency !== 'normal') return { ...duty, rule: 'after_hours' }
  if (home === undefined || table === undefined) return unplaced(request, district)
  if (districtOf(home.street) !== district) {
    return { queue: `triage:${district}`, rule: 'outside', facts: { lives_in: home.street } }
  }
  const { adviser } = request.household ?? {}
  if (adviser?.present && request.household?.street === home.street) {
    return { queue: `adviser:${adviser.id}`, rule: 'own_adviser' }
  }
  if (request.preset !== undefined) return { ...byPlace(home, table), rule: 'preset' }
  return overflow(home, table, request.load ?? {}) ?? byPlace(home, table)
}

/** Somebody in danger is the duty's, whether words or a chosen answer (有人打我) said so. */
function isForDuty({ tier, urgency }: RouteRequest, table: RoutingTable | undefined): boolean {
  return urgency === 'now' || (table?.dutyTiers ?? ['imminent', 'high']).includes(tier)
}

/** The preset goes before what was typed; an address that is not sure places nothing. */
function placed({ preset, address, household }: RouteRequest, town: Town): Place | undefined {
  const typed = address?.sure && address.street !== undefined ? withoutRest(address) : undefined
  if (preset === undefined) return typed ?? (household && { street: household.street })
  if (typed?.street === preset.street) return { ...typed, ...preset }
  return town.places.streets.has(preset.street) ? preset : typed
}

const withoutRest = ({ street = '', committee }: Address): Place =>
  committee === undefined ? { street } : { street, committee }

/** The district of the place when this house serves it, else the house's own. */
function servedDistrict({ address }: RouteRequest, home: Place | undefined, town: Town): string {
  const known = home === undefined ? address?.district : districtOf(home.street)
  return known !== undefined && known in town.tables ? known : town.district
}

function unplaced({ address }: RouteRequest, district: string): Step {
  const facts = { why: address?.why ?? 'no_address', candidates: address?.options.length ?? 0 }
  return { queue: `triage:${district}`, rule: 'triage', facts }
}

function byPlace({ street, committee }: Place, table: RoutingTable): Step {
  const own = table.streets[street]?.committees ?? []
  if (committee !== undefined && own.includes(committee)) {
    return { queue: `committee:${committee}`, rule: 'committee' }
  }
  return { queue: `street:${street}`, rule: 'street' }
}

/** A full street's new cases go to the first neighbour with room, else to the district. */
function overflow(
  { street }: Place,
  table: RoutingTable,
  load: Readonly<Record<string, number>>,
): Step | undefined {
  const room = (code: string) =>
    (table.streets[code]?.capacity ?? table.capacity) - (load[code] ?? 0)
  if (room(street) > 0) return undefined
  const facts = { full: street, open: load[street] ?? 0 }
  const neighbour = table.streets[street]?.neighbours.find((code) => room(code) > 0)
  if (neighbour === undefined) {
    return { queue: `district:${table.district}`, rule: 'district_overflow', facts }
  }
  return { queue: `street:${neighbour}`, street: neighbour, rule: 'neighbour', facts }
}

/** What the sentence of the reason may need, and what whoever takes the case should check. */
function factsOf(request: RouteRequest, home: Place | undefined, now: Instant, town: Town): Facts {
  const { address, preset, household } = request
  const typed = address?.sure ? address.street : undefined
  return {
    urgency: request.urgency,
    open: isOpen(now, town.calendar, town.office),
    ...(preset && typed && typed !== preset.street && { preset_differs: typed }),
    ...(household && home && household.street !== home.street && { moved_from: household.street }),
    ...(household && !household.adviser.present && { adviser_absent: household.adviser.id }),
  }
}

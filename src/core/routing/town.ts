import type { Gazetteer } from '../understanding/place/gazetteer.ts'
import type { Tier } from '../understanding/understood.ts'
import type { Calendar, OfficeHours } from './calendar.ts'

/** What routing knows of a city: its places, its rules by district, and when offices work. */
export type Town = {
  readonly places: Gazetteer
  /** The district of this house; what cannot be placed is placed by people here. */
  readonly district: string
  readonly tables: Readonly<Record<string, RoutingTable>>
  readonly calendar: Calendar
  readonly office: OfficeHours
}

/** affairs 社区事务受理服务中心, living 社区生活服务中心. */
export type Site = 'affairs' | 'living'

/** One district's rules, as its office wrote them (data/routing/<district>.yaml). */
export type RoutingTable = {
  readonly district: string
  /** Danger of these tiers goes to the duty adviser of the district first. */
  readonly dutyTiers: readonly Tier[]
  /** Open cases a street takes before new ones go to a neighbour; streets may have their own. */
  readonly capacity: number
  readonly streets: Readonly<Record<string, StreetRules>>
  /** Which site of the street sees to a need first. */
  readonly sites: Readonly<Record<string, Site>>
  /** Where a formal application for a need is made. */
  readonly formal: Readonly<Record<string, FormalRule>>
}

export type StreetRules = {
  readonly capacity?: number
  /** Streets that help out, the nearest first. */
  readonly neighbours: readonly string[]
  /** Committees with an adviser and a queue of their own. */
  readonly committees: readonly string[]
}

/**
 * hukou: street of the registered residence (低保, 特困, 刚性支出, 医疗救助); residence: where one lives;
 * emergency: 临时救助, by hukou for locals, by residence for permit holders; the others are offices
 * outside the streets (上海市社会救助条例 art. 31, 33, 36, 37).
 */
export type FormalRule = 'hukou' | 'residence' | 'emergency' | 'school' | 'employment_service'

import { districtOf } from '../understanding/place/gazetteer.ts'
import type { Place } from '../understanding/place/judge.ts'
import type { FormalRule, RoutingTable } from './town.ts'

/** Where one is registered (户籍), which is often not where one lives. */
export type Registered = {
  /** local 本市户籍, permit 居住证, none neither; absent = not known. */
  readonly status?: 'local' | 'permit' | 'none'
  /** Street of the 户籍, 9 digits; the district alone where only that is known. */
  readonly street?: string
  readonly district?: string
}

/** Who takes the formal application for one need. */
export type Formal = {
  readonly need: string
  readonly at: 'street' | 'school' | 'employment_service' | 'aid_station'
  /** Which address decided; absent = not known yet and must be asked. */
  readonly by?: 'hukou' | 'residence'
  readonly district?: string
  readonly street?: string
}

/**
 * Formal applications by need. 低保 and its kin go to the street of the 户籍; emergency aid (临时救助) of
 * a permit holder to the street of residence; who has neither is brought to an aid station
 * (救助管理机构). The street of residence helps in every case (上海市社会救助条例 art. 31, 36).
 */
export function formalOf(
  needs: readonly string[],
  registered: Registered | undefined,
  home: Place | undefined,
  table: RoutingTable,
): Formal[] {
  return needs.flatMap((need) => {
    const rule = Object.hasOwn(table.formal, need) ? table.formal[need] : undefined
    return rule === undefined ? [] : [{ need, ...placeFor(rule, registered ?? {}, home) }]
  })
}

function placeFor(
  rule: FormalRule,
  registered: Registered,
  home: Place | undefined,
): Omit<Formal, 'need'> {
  switch (rule) {
    case 'school':
    case 'employment_service':
      return { at: rule }
    case 'residence':
      return byResidence(home)
    case 'hukou':
      return byHukou(registered)
    case 'emergency':
      if (registered.status === 'permit') return byResidence(home)
      return registered.status === 'none' ? { at: 'aid_station' } : byHukou(registered)
    default:
      return rule satisfies never
  }
}

function byResidence(home: Place | undefined): Omit<Formal, 'need'> {
  if (home === undefined) return { at: 'street', by: 'residence' }
  return { at: 'street', by: 'residence', district: districtOf(home.street), street: home.street }
}

function byHukou({ street, district, status }: Registered): Omit<Formal, 'need'> {
  if (street !== undefined) {
    return { at: 'street', by: 'hukou', district: districtOf(street), street }
  }
  if (district !== undefined) return { at: 'street', by: 'hukou', district }
  return status === undefined ? { at: 'street' } : { at: 'street', by: 'hukou' }
}

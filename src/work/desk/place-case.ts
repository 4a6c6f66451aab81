import type { CaseFile } from '../../core/casework/case-file.ts'
import type { Staff } from '../../core/people/role.ts'
import { type Route, route } from '../../core/routing/route.ts'
import { locate } from '../../core/understanding/place/locate.ts'
import type { Tier } from '../../core/understanding/understood.ts'
import type { Home, Placing, Supposed } from '../ports/desk.ts'
import type { DeskParts } from './parts.ts'

/** A person says where the home is (核实住址): the chain is walked anew from there. */
export async function placeCase(
  parts: DeskParts,
  staff: Staff,
  number: string,
  where: Placing,
): Promise<{ readonly version: number; readonly route: Route }> {
  const found = await routeTo(parts, staff, number, where)
  const version = await parts.cases.placeCase(staff, number, { ...where, route: found })
  return { version, route: found }
}

/** Where a case would go if its home were there. */
export async function routeTo(
  { cases, house, now }: DeskParts,
  staff: Staff,
  number: string,
  { street, committee }: Home,
): Promise<Route> {
  const { file } = await cases.readCase(staff, number)
  const home = { district: staff.district, street, ...(committee ? { committee } : {}) }
  const needs = file.heard.filter(({ polarity }) => polarity === 'present').map(({ code }) => code)
  const request = {
    tier: (file.crisis?.tier ?? 'none') as Tier,
    urgency: file.urgency,
    needs: [...new Set(needs)],
    address: { ...home, sure: true, options: [], why: 'by_hand' },
  }
  return route(request, house().town, now())
}

/** What the words of the address say, within the district of the case. */
export function supposedOf(
  { house }: DeskParts,
  { address, route: { district } }: CaseFile,
): Supposed {
  const found = address === null ? undefined : locate(address, house().town.places, { district })
  if (!found) return { sure: false, places: [] }
  const { sure, street, committee, options } = found
  const named = street === undefined ? [] : [{ street, ...(committee ? { committee } : {}) }]
  const others = options.map((option) => ({
    street: option.street,
    ...(option.committee ? { committee: option.committee } : {}),
  }))
  return { sure: sure && named.length > 0, places: sure ? named : [...named, ...others] }
}

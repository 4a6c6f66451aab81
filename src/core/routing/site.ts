import type { RoutingTable, Site } from './town.ts'

/** Which of the street's two sites sees to the greatest need first; papers where no rule says. */
export function siteOf(needs: readonly string[], table: RoutingTable): Site | undefined {
  const ruled = needs.find((need) => Object.hasOwn(table.sites, need))
  if (ruled !== undefined) return table.sites[ruled]
  return needs.length > 0 ? 'affairs' : undefined
}

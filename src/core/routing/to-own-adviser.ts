import type { OwnAdviser, Route, RouteRule } from './route.ts'

/** What is known of the file that the same phone number led to. */
export type KnownHousehold = { readonly street: string; readonly adviser: OwnAdviser }

/**
 * The link of the chain that needs the files: whoever has an adviser comes to that adviser. It stands where
 * `route` has it: after danger, duty and what nobody can place, before street and committee. A household that
 * moved away goes to its new street; the reason says so.
 */
export function toOwnAdviser(route: Route, known: KnownHousehold | null): Route {
  if (!known || !YIELDS.includes(route.rule)) return route
  const { street, adviser } = known
  if (route.street !== street && route.rule !== 'neighbour' && route.rule !== 'district_overflow')
    return { ...route, facts: { ...route.facts, moved_from: street } }
  if (!adviser.present) return { ...route, facts: { ...route.facts, adviser_absent: adviser.id } }
  return { ...route, street, queue: `adviser:${adviser.id}`, rule: 'own_adviser' }
}

const YIELDS: readonly RouteRule[] = [
  'preset',
  'committee',
  'street',
  'neighbour',
  'district_overflow',
]

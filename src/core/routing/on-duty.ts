import type { Instant } from '../time.ts'

/** What roster and switch say of one person at one instant. */
export type DutyFacts = {
  /** The switch at the desk (值班开关) as it was last pressed; null = never. */
  readonly switched: { readonly on: boolean; readonly since: Instant } | null
  /** Inside a shift, the own or one taken over. */
  readonly inShift: boolean
  /** When a shift of this person began or ended last; null = there was none. */
  readonly turnedAt: Instant | null
  /** Since when on leave; null = is not. */
  readonly awaySince: Instant | null
}

/**
 * Who is on duty follows from the roster (值班表). The switch is the exception: it holds from when it was pressed
 * until the roster next says something else, so that nobody forgets to switch back.
 */
export function isOnDuty({ switched, inShift, turnedAt, awaySince }: DutyFacts): boolean {
  const said = Math.max(turnedAt ?? Number.NEGATIVE_INFINITY, awaySince ?? Number.NEGATIVE_INFINITY)
  if (switched !== null && switched.since >= said) return switched.on
  return inShift && awaySince === null
}

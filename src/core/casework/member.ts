import type { Day } from '../time.ts'

/** How somebody belongs to the household, seen from who first asked for help (与求助人的关系). */
export const KIN = [
  'self',
  'spouse',
  'child',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'in_law',
  'carer',
  'other',
] as const

export type Kin = (typeof KIN)[number]

/** What is written of a member (家庭成员). Personal: sealed at rest. */
export type Member = {
  readonly name: string
  /** Whole date, or the year alone: `1944`. */
  readonly born: Day | string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly health: string | null
  readonly work: string | null
  readonly school: string | null
  readonly note: string | null
}

/** Which parts are shown masked, and whole only to who says why. */
export const MASKED = ['phone', 'idNumber'] as const

export type MaskedPart = (typeof MASKED)[number]

/** Age in whole years on a day; null when nobody knows the year. With the year alone: the age reached in it. */
export function ageOn(born: string | null, today: Day): number | null {
  const year = Number.parseInt(born ?? '', 10)
  if (!Number.isFinite(year)) return null
  const had = (born ?? '').length === 10 ? today.slice(5) >= (born ?? '').slice(5) : true
  const age = Number.parseInt(today, 10) - year - (had ? 0 : 1)
  return age >= 0 && age < 130 ? age : null
}

import { INDICATORS } from '../indicators.ts'
import type { Deprivations } from './grade.ts'

/** A household as the figures see it: counted by its persons (人), without names. */
export type CountedHousehold = {
  readonly persons: number
  readonly deprived: Deprivations
  /** Absent = no indicator is severe. */
  readonly severe?: Deprivations
  /** The group that figures are split by: a street, a committee, a year. */
  readonly group: string
}

/** Bits in the order of INDICATORS, a row each. */
export type Bits = { readonly deprived: Uint16Array; readonly severe: Uint16Array }

/**
 * A population as counts of its patterns (which indicators are deprived, which severely) in each group. Half a million
 * people have some ten thousand patterns: whatever the weights, figures are made of these alone. Row by row: what counts
 * under the conditions of today, what would count under changed ones, place of the group, households, persons.
 */
export type Patterns = {
  readonly groups: readonly string[]
  readonly now: Bits
  readonly next: Bits
  readonly group: Uint16Array
  readonly households: Uint32Array
  readonly persons: Uint32Array
}

/** How many patterns ten indicators can have. */
export const PATTERNS = 1 << INDICATORS.length

/** Unknown answers count as no, so every figure is a lower bound of what is true. */
export function countPatterns(households: Iterable<CountedHousehold>): Patterns {
  const counter = patternCounter()
  for (const { deprived, severe, persons, group } of households) {
    const bits = { deprived: bitsOf(deprived), severe: severe ? bitsOf(severe) : 0 }
    counter.add({ now: bits, next: bits, persons, group })
  }
  return counter.counted()
}

function bitsOf(deprived: Deprivations): number {
  return INDICATORS.reduce(
    (bits, code, at) => (deprived[code] === true ? bits | (1 << at) : bits),
    0,
  )
}

type Counted = {
  readonly now: Pattern
  readonly next: Pattern
  readonly persons: number
  readonly group: string
  /** How many households this one stands for; 1 where nothing is said. */
  readonly times?: number
}

export type Pattern = { readonly deprived: number; readonly severe: number }

/** Counts households one by one, so that a long count can be made in slices. */
export function patternCounter() {
  const groups: string[] = []
  const placeOf = new Map<string, number>()
  const rows = new Map<number, Row>()
  const ids = new Map<number, number>()
  const idOf = (pattern: Pattern): number => {
    const key = pattern.deprived * PATTERNS + (pattern.severe & pattern.deprived)
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, ids.size)
    return ids.size - 1
  }
  const placed = (group: string): number => {
    const known = placeOf.get(group)
    if (known !== undefined) return known
    placeOf.set(group, groups.length)
    return groups.push(group) - 1
  }
  return {
    add: ({ now, next, persons, group, times = 1 }: Counted): void => {
      const place = placed(group)
      const id = idOf(now)
      // 3^10 patterns twice, times the groups of a district: far below 2^53
      const key = ((next === now ? id : idOf(next)) * IDS + id) * MOST_GROUPS + place
      const row = rows.get(key)
      if (!row) {
        rows.set(key, { now, next, place, households: times, persons: persons * times })
        return
      }
      row.households += times
      row.persons += persons * times
    },
    counted: (): Patterns => {
      const all = [...rows.values()]
      return {
        groups: [...groups],
        now: bitsIn(all.map(({ now }) => now)),
        next: bitsIn(all.map(({ next }) => next)),
        group: Uint16Array.from(all, ({ place }) => place),
        households: Uint32Array.from(all, ({ households }) => households),
        persons: Uint32Array.from(all, ({ persons }) => persons),
      }
    },
  }
}

type Row = {
  readonly now: Pattern
  readonly next: Pattern
  readonly place: number
  households: number
  persons: number
}

/** More than patterns can be: each indicator not, simply or severely deprived. */
const IDS = 1 << 16
const MOST_GROUPS = 1 << 10

const bitsIn = (patterns: readonly Pattern[]): Bits => ({
  deprived: Uint16Array.from(patterns, ({ deprived }) => deprived),
  severe: Uint16Array.from(patterns, ({ deprived, severe }) => severe & deprived),
})

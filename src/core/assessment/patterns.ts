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

/**
 * A population as counts of its patterns (which indicators are deprived, which severely) in each group. Half a million
 * people have some ten thousand patterns: whatever the weights, figures are made of these alone. Row by row: bits of
 * `deprived` and `severe` in the order of INDICATORS, place of the group, households, persons.
 */
export type Patterns = {
  readonly groups: readonly string[]
  readonly deprived: Uint16Array
  readonly severe: Uint16Array
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
    counter.add(bitsOf(deprived), severe ? bitsOf(severe) : 0, persons, group)
  }
  return counter.counted()
}

export function bitsOf(deprived: Deprivations): number {
  return INDICATORS.reduce(
    (bits, code, at) => (deprived[code] === true ? bits | (1 << at) : bits),
    0,
  )
}

/** Counts households one by one, so that a long count can be made in slices. */
export function patternCounter() {
  const groups: string[] = []
  const placeOf = new Map<string, number>()
  const rows = new Map<number, [households: number, persons: number]>()
  const placed = (group: string): number => {
    const known = placeOf.get(group)
    if (known !== undefined) return known
    placeOf.set(group, groups.length)
    return groups.push(group) - 1
  }
  return {
    add: (deprived: number, severe: number, persons: number, group: string): void => {
      // 2^20 patterns times the groups of a district stay far below 2^53
      const key = (placed(group) * PATTERNS + deprived) * PATTERNS + (severe & deprived)
      const row = rows.get(key)
      if (!row) {
        rows.set(key, [1, persons])
        return
      }
      row[0] += 1
      row[1] += persons
    },
    counted: (): Patterns => {
      const keys = [...rows.keys()]
      const all = [...rows.values()]
      return {
        groups: [...groups],
        deprived: Uint16Array.from(keys, (key) => Math.floor(key / PATTERNS) % PATTERNS),
        severe: Uint16Array.from(keys, (key) => key % PATTERNS),
        group: Uint16Array.from(keys, (key) => Math.floor(key / PATTERNS / PATTERNS)),
        households: Uint32Array.from(all, ([households]) => households),
        persons: Uint32Array.from(all, ([, persons]) => persons),
      }
    },
  }
}

/** Chance that repeats itself: the same seed throws the same numbers (mulberry32). */
export type Chance = {
  /** A whole number from 0 up to, not including, `most`. */
  readonly below: (most: number) => number
  readonly oneOf: <T>(list: readonly T[]) => T
}

export function openChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return { below, oneOf: (list) => list[below(list.length)] as (typeof list)[number] }
}

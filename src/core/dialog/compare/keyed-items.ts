/** One list beside a later one, its items known by a name. */
export type KeyedItems<T> = {
  readonly added: readonly Placed<T>[]
  readonly removed: readonly Placed<T>[]
  readonly kept: readonly Kept<T>[]
}

/** Places count from 0. */
type Placed<T> = { readonly key: string; readonly item: T; readonly at: number }

type Kept<T> = {
  readonly key: string
  readonly before: T
  readonly after: T
  readonly from: number
  readonly to: number
  /** It changed its place among those that are in both lists; the fewest that explain the order count as moved. */
  readonly moved: boolean
}

/** Pairs the items of two lists by name: what came, what went, what stands elsewhere. A second item of a name is a new one. */
export function pairItems<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T, at: number) => string,
): KeyedItems<T> {
  const old = keyed(before, keyOf)
  const now = keyed(after, keyOf)
  const both = [...now].flatMap(([key, { item, at }]) => {
    const was = old.get(key)
    return was ? [{ key, before: was.item, after: item, from: was.at, to: at }] : []
  })
  const still = longestRise(both.map(({ from }) => from))
  return {
    added: [...now.values()].filter(({ key }) => !old.has(key)),
    removed: [...old.values()].filter(({ key }) => !now.has(key)),
    kept: both.map((each) => ({ ...each, moved: !still.has(each.from) })),
  }
}

function keyed<T>(items: readonly T[], keyOf: (item: T, at: number) => string) {
  const found = new Map<string, Placed<T>>()
  items.forEach((item, at) => {
    const name = keyOf(item, at)
    const key = found.has(name) ? `${name}#${at}` : name
    found.set(key, { key, item, at })
  })
  return found
}

/** The longest part of these numbers that rises: what stays where it is while the others are moved around it. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const each of numbers) {
    const found = ends.findIndex((end) => end >= each)
    const at = found < 0 ? ends.length : found
    before.set(each, ends[at - 1])
    ends[at] = each
  }
  const rise = new Set<number>()
  for (let each = ends.at(-1); each !== undefined; each = before.get(each)) rise.add(each)
  return rise
}

/** One value that many parts of a page watch. */
export type Signal<T> = {
  readonly get: () => T
  readonly set: (value: T) => void
  /** Tells of each change until the returned function is called. */
  readonly watch: (tell: () => void) => () => void
}

export function createSignal<T>(first: T): Signal<T> {
  const watchers = new Set<() => void>()
  let value = first
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const tell of watchers) tell()
    },
    watch: (tell) => {
      watchers.add(tell)
      return () => void watchers.delete(tell)
    },
  }
}

import type { Instant } from '../core/time.ts'

/** Remembers the newest `most` things, each for `age` ms. What is forgotten only costs convenience. */
export type ShortMemory<Value> = {
  readonly get: (key: string, now: Instant) => Value | undefined
  readonly set: (key: string, value: Value, now: Instant) => void
  readonly forget: (key: string) => void
}

export function openShortMemory<Value>(most: number, age: number): ShortMemory<Value> {
  const kept = new Map<string, { readonly value: Value; readonly at: Instant }>()
  return {
    get: (key, now) => {
      const found = kept.get(key)
      return found && now - found.at <= age ? found.value : undefined
    },
    set: (key, value, now) => {
      kept.delete(key)
      kept.set(key, { value, at: now })
      if (kept.size <= most) return
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    },
    forget: (key) => void kept.delete(key),
  }
}

import type { Tail } from '../ports/turns.ts'

/** The ends of the conversations that spoke last. A forgotten one is read again. */
export type Remembered = {
  readonly get: (id: string) => Tail | undefined
  readonly set: (tail: Tail) => void
  readonly forget: (id: string) => void
}

export function openRemembered(most: number): Remembered {
  const tails = new Map<string, Tail>()
  return {
    get: (id) => tails.get(id),
    set: (tail) => {
      // Deleting first moves it to the young end of the map.
      tails.delete(tail.ref.id)
      tails.set(tail.ref.id, tail)
      if (tails.size <= most) return
      const oldest = tails.keys().next()
      if (!oldest.done) tails.delete(oldest.value)
    },
    forget: (id) => {
      tails.delete(id)
    },
  }
}

import type { Instant } from '../../../core/time.ts'

export type Thought<T> = { readonly found: T; readonly at: Instant }

type Asked = {
  /** Names what was thought about, down to each text. */
  readonly key: string
  /** Thought anew, whatever is known. */
  readonly again: boolean
}

/**
 * Keeps what took seconds to think, so that a review opens at once and two who open it think once. The talks go on
 * meanwhile: what was thought is told with its time, and forgotten after so long.
 */
export function remember<T>({
  now,
  forget,
}: {
  readonly now: () => Instant
  readonly forget: number
}) {
  const kept = new Map<string, { readonly at: Instant; readonly thought: Promise<Thought<T>> }>()
  return ({ key, again }: Asked, think: () => Promise<T>): Promise<Thought<T>> => {
    const at = now()
    const before = kept.get(key)
    if (before && !again && at - before.at < forget) return before.thought
    const thought = think().then((found) => ({ found, at }))
    kept.delete(key)
    kept.set(key, { at, thought })
    thought.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    return thought
  }
}

/** Releases that are looked at in one quarter of an hour. */
const MOST = 16

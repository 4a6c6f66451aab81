import type { Instant } from '../../core/time.ts'
import { SECOND } from '../../core/time.ts'

export type Rate = {
  /** How many at once. */
  readonly burst: number
  /** How many a second in the long run. */
  readonly perSecond: number
}

/** Seconds to wait before this key may go on; 0 = go on, and one is taken. */
export type Buckets = (key: string, now: Instant) => number

/** Keys that are remembered: the least recently used are forgotten, so memory is bounded (≈ 10 MB). */
const KEYS = 50_000

/** Token buckets (RFC 2697 in spirit): one rule for addresses, conversations and sign-ins. */
export function createBuckets(rate: Rate): Buckets {
  const levels = new Map<string, { left: number; at: Instant }>()
  return (key, now) => {
    const before = levels.get(key) ?? { left: rate.burst, at: now }
    const gained = (Math.max(0, now - before.at) / SECOND) * rate.perSecond
    const left = Math.min(rate.burst, before.left + gained)
    const granted = left >= 1
    levels.delete(key)
    levels.set(key, { left: granted ? left - 1 : left, at: now })
    forgetOldest(levels)
    return granted ? 0 : Math.ceil((1 - left) / rate.perSecond)
  }
}

function forgetOldest(levels: Map<string, unknown>): void {
  if (levels.size <= KEYS) return
  const [oldest] = levels.keys()
  if (oldest !== undefined) levels.delete(oldest)
}

import type { TurnLimits } from './limits.ts'

/** How long to wait after `tries` failures, in ms: doubling, with half of it by chance. */
export function backoffOf(tries: number, limits: TurnLimits, chance: () => number): number {
  const full = Math.min(limits.backoff * 2 ** Math.min(tries, 30), limits.backoffMost)
  return full / 2 + (full / 2) * chance()
}

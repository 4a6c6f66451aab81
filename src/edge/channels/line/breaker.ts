import { SECOND } from '../../../core/time.ts'

/** So many calls without an answer in a row, and LINE is left alone. */
const FAILURES = 5
/** Then one call tries it. Short: someone may wait for help behind it. */
const REST = 10 * SECOND

/** Keeps away from a platform that does not answer (circuit breaker): each try would hang for seconds. */
export type Breaker = {
  /** 0: may be called. Otherwise so many ms until it may; after the rest one call goes ahead. */
  readonly wait: (now: number) => number
  readonly worked: () => void
  readonly failed: (now: number) => void
  readonly isOpen: () => boolean
}

export function openBreaker(): Breaker {
  let failures = 0
  let until = 0
  return {
    wait: (now) => {
      if (failures < FAILURES) return 0
      if (now < until) return until - now
      until = now + REST
      return 0
    },
    worked: () => {
      failures = 0
    },
    failed: (now) => {
      failures += 1
      until = now + REST
    },
    isOpen: () => failures >= FAILURES,
  }
}

import { MINUTE } from '../../core/time.ts'

/** Three failures in a row are no accident any more. */
const FAILURES = 3
/** So long nothing is asked; then one question tries it. */
const REST = MINUTE

/** Keeps away from an endpoint that fails (circuit breaker). */
export type Breaker = {
  /** May be asked now. After the rest only one at a time may. */
  readonly isClosed: (now: number) => boolean
  readonly worked: () => void
  readonly failed: (now: number) => void
}

export function openBreaker(): Breaker {
  let failures = 0
  let until = 0
  return {
    isClosed: (now) => {
      if (failures < FAILURES) return true
      if (now < until) return false
      until = now + REST
      return true
    },
    worked: () => {
      failures = 0
    },
    failed: (now) => {
      failures += 1
      until = now + REST
    },
  }
}

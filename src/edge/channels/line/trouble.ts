import type { Instant } from '../../../core/time.ts'
import type { Health } from '../../../work/ports/channel.ts'

/** quota: this month's pushes are used up, replies still work. */
type Why = 'down' | 'credentials' | 'quota'

/** How LINE is doing, as the last calls told. */
export type Trouble = {
  readonly began: (why: Why) => void
  readonly over: () => void
  readonly health: () => Omit<Health, 'gauges'>
}

export function openTrouble(
  now: () => Instant,
  report: (code: string, facts: Readonly<Record<string, string | number>>) => void,
): Trouble {
  let why: Why | null = null
  let since = now()
  const turn = (next: Why | null) => {
    if (next === why) return
    why = next
    since = now()
    report('line_health', { why: next ?? 'ok' })
  }
  return {
    began: turn,
    over: () => turn(null),
    health: () => ({ ok: why === null || why === 'quota', since, ...(why ? { why } : {}) }),
  }
}

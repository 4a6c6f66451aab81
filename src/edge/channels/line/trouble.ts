import type { Instant } from '../../../core/time.ts'
import type { Health } from '../../../work/ports/channel.ts'

/** quota: this month's pushes are used up, replies still work. */
type Why = 'down' | 'credentials' | 'quota'

/** How LINE is doing, as the last calls told. */
export type Trouble = {
  readonly began: (why: Why) => void
  /** A call worked. A reply is free: it says nothing about the month's pushes. */
  readonly worked: (how: 'reply' | 'push') => void
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
    worked: (how) => turn(why === 'quota' && how === 'reply' ? why : null),
    health: () => ({ ok: why === null || why === 'quota', since, ...(why ? { why } : {}) }),
  }
}

import type { Instant } from '../../core/time.ts'
import type { Health } from '../../work/ports/channel.ts'
import type { Sent } from '../../work/ports/sender.ts'

export type HealthWatch = {
  /** Notes how a call to the platform ended, and gives it back. */
  readonly saw: (sent: Sent) => Sent
  readonly count: (gauge: string) => void
  readonly health: () => Health
}

/** Reasons that say something of the platform or of our access to it, not of one message. */
const TROUBLES = ['down', 'timeout', 'credentials', 'quota']

/** What operators see of a channel: whether its last call went through, and how many of what. */
export function watchHealth(now: () => Instant): HealthWatch {
  let state: { readonly ok: boolean; readonly since: Instant; readonly why?: string } = {
    ok: true,
    since: now(),
  }
  const gauges: Record<string, number> = {}
  const count = (gauge: string) => {
    gauges[gauge] = (gauges[gauge] ?? 0) + 1
  }
  return {
    saw: (sent) => {
      const why = 'why' in sent ? sent.why : undefined
      const ok = why === undefined || !TROUBLES.includes(why)
      if (ok !== state.ok || (!ok && state.why !== why)) {
        state = { ok, since: now(), ...(ok ? {} : { why: why ?? 'down' }) }
      }
      count(why === undefined ? sent.status : `${sent.status}_${why}`)
      return sent
    },
    count,
    health: () => ({ ...state, gauges: { ...gauges } }),
  }
}

import { z } from 'zod'
import { MINUTE, SECOND } from '../../../core/time.ts'
import type { CallLine } from './call-line.ts'

/** LINE's own figure is only about right, and changes slowly. */
const EVERY = 10 * MINUTE
const PATIENCE = 4 * SECOND

const Limit = z.object({ type: z.string(), value: z.number().optional() })
const Used = z.object({ totalUsage: z.number() })

/** How many pushes this month has left; replies are not counted. */
export type Quota = {
  readonly gauges: () => Readonly<Record<string, number>>
  /** Asks LINE when the last answer is old; never throws. */
  readonly look: (now: number) => Promise<void>
}

export function openQuota(call: CallLine): Quota {
  let gauges: Readonly<Record<string, number>> = {}
  let lookedAt = Number.NEGATIVE_INFINITY
  const get = async (path: string) =>
    (await call({ method: 'GET', path, until: AbortSignal.timeout(PATIENCE) })).json()
  return {
    gauges: () => gauges,
    look: async (now) => {
      if (now - lookedAt < EVERY) return
      lookedAt = now
      const limit = Limit.safeParse(await get('/v2/bot/message/quota')).data
      const used = Used.safeParse(await get('/v2/bot/message/quota/consumption')).data
      if (!limit || !used) return
      const { value } = limit
      gauges = {
        pushes_used: used.totalUsage,
        ...(value === undefined ? {} : { pushes_left: Math.max(0, value - used.totalUsage) }),
      }
    },
  }
}

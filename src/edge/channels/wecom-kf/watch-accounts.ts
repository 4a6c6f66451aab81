import { type Instant, MINUTE, SECOND } from '../../../core/time.ts'
import type { ChannelSink } from '../../../work/ports/channel.ts'
import type { Cursors } from '../../../work/ports/cursors.ts'
import { KF_LIMITS } from './limits.ts'
import type { Puller } from './pull.ts'

export type AccountWatch = {
  /** Reads an account now; throws when it cannot, and comes back to it by itself. */
  readonly ring: (account: string, token: string) => Promise<void>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What failed is looked at this often. */
const EVERY = 20 * SECOND
/** A bell's token is good for ten minutes. */
const FRESH = 9 * MINUTE

/** Reads accounts when a bell rings, at the start, after a failure, and now and then: bells get lost. */
export function watchAccounts(
  puller: Puller,
  cursors: Cursors,
  sink: Pick<ChannelSink, 'now' | 'report'>,
  every: number = EVERY,
): AccountWatch {
  const bells = new Map<string, { readonly token: string; readonly at: Instant }>()
  const failed = new Set<string>()
  const under = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let looked = 0

  const read = async (account: string) => {
    const bell = bells.get(account)
    const token = bell && sink.now() - bell.at < FRESH ? bell.token : ''
    const reading = puller.pull(account, token)
    under.add(reading)
    try {
      await reading
      failed.delete(account)
    } catch (error) {
      failed.add(account)
      sink.report('wecom_kf_not_read', { why: error instanceof Error ? error.name : 'unknown' })
      throw error
    } finally {
      under.delete(reading)
    }
  }

  const look = async () => {
    const all = sink.now() - looked >= KF_LIMITS.look
    if (all) looked = sink.now()
    const accounts = all ? await cursors.accounts('wecom-kf') : [...failed]
    await Promise.allSettled(accounts.map(read))
  }

  return {
    ring: (account, token) => {
      bells.set(account, { token, at: sink.now() })
      return read(account)
    },
    start: async () => {
      // The first look is not waited for: a platform that is away holds up no start.
      void look().catch(() => {})
      timer = setInterval(() => void look().catch(() => {}), every)
    },
    stop: async () => {
      clearInterval(timer)
      await Promise.allSettled(under)
    },
  }
}

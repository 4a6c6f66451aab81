import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE, SECOND } from '../../../core/time.ts'
import type { Health } from '../../../work/ports/channel.ts'
import type { Connection } from './connection.ts'
import { whyOf } from './why-of.ts'

/** Keeps a connection open: its own health, its own patience. */
export type Supervisor = {
  /** The connection, while somebody is signed in on it. */
  readonly current: () => Connection | null
  readonly health: () => Omit<Health, 'gauges'>
  readonly stop: () => Promise<void>
}

export type SupervisorOptions = {
  readonly open: (onAccount: (account: string | null) => void) => Promise<Connection>
  readonly now: () => number
  readonly report: (code: string, facts: Readonly<Record<string, string | number>>) => void
  /** First wait before it is opened anew; doubles up to a minute. */
  readonly backoff?: number
}

const BACKOFF = 1 * SECOND
const BACKOFF_MOST = MINUTE
const STOP = 5 * SECOND
/** A connection that lasted so long was a good one: the next wait is short again. */
const GOOD = MINUTE

/** Opens, watches, closes, waits, opens again, until it is stopped. */
export function supervise(options: SupervisorOptions): Supervisor {
  const { open, now, report, backoff = BACKOFF } = options
  const stopping = new AbortController()
  let connection: Connection | null = null
  let why: string | null = 'connecting'
  let since = now()

  const turn = (next: string | null) => {
    if (next === why) return
    why = next
    since = now()
    report('wechaty_health', { why: next ?? 'ok' })
  }
  const onAccount = (account: string | null) => turn(account === null ? 'signed_out' : null)

  /** One connection from beginning to end; gives how long it lasted. */
  const live = async (): Promise<number> => {
    const began = now()
    try {
      connection = await open(onAccount)
      if (stopping.signal.aborted) return 0
      onAccount(connection.account())
      turn(await connection.lost)
      return now() - began
    } catch (error) {
      turn(whyOf(error) === 'credentials' ? 'credentials' : 'away')
      return 0
    } finally {
      const old = connection
      connection = null
      await old?.close()
    }
  }

  const run = async () => {
    let pause = backoff
    while (!stopping.signal.aborted) {
      pause = (await live()) > GOOD ? backoff : Math.min(pause * 2, BACKOFF_MOST)
      await sleep(pause / 2, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const running = run()
  return {
    current: () => (connection?.account() == null ? null : connection),
    health: () => ({ ok: why === null, since, ...(why === null ? {} : { why }) }),
    stop: async () => {
      stopping.abort()
      connection?.lose('stopped')
      // One that is just being opened closes itself; nobody waits for it.
      await Promise.race([running, sleep(STOP, undefined, { ref: false })])
    },
  }
}

import { MINUTE } from '../core/time.ts'
import type { Log } from '../edge/log.ts'
import { markBreached } from '../edge/storage/cases/mark-breached.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import type { Running } from '../work/rounds/repeat.ts'
import { every } from './every.ts'

/** Once a minute the overdue clocks are marked, whether or not anybody looks at a screen. */
export function watchClocks(storage: Storage, log: Log): Running {
  const round = async () => {
    const numbers = await markBreached(storage.turn, Date.now())
    if (numbers.length > 0) log.info('clocks_ran_out', { cases: numbers.length })
  }
  return every(MINUTE, round, (error) => log.error('clocks_not_watched', error))
}

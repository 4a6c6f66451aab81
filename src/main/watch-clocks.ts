import { MINUTE } from '../core/time.ts'
import type { Log } from '../edge/log.ts'
import { markBreached } from '../edge/storage/cases/mark-breached.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { pause } from './open-engine.ts'

/** Once a minute the overdue clocks are marked, whether or not anybody looks at a screen. */
export function watchClocks(storage: Storage, log: Log): { readonly stop: () => Promise<void> } {
  let waiting = pause(0)
  let stopped = false
  const run = async () => {
    while (!stopped) {
      await markBreached(storage.turn, Date.now()).then(
        (numbers) => numbers.length > 0 && log.info('clocks_ran_out', { cases: numbers.length }),
        (error: unknown) => log.error('clocks_not_watched', error),
      )
      waiting = pause(MINUTE)
      await waiting.done
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      waiting.cancel()
      await running
    },
  }
}

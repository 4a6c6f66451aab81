import { MINUTE } from '../core/time.ts'
import type { Log } from '../edge/log.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { visitWatch } from '../edge/storage/visits/visit-watch.ts'
import { watchVisits } from '../work/rounds/watch-visits.ts'
import { pause } from './open-engine.ts'

/** Once a minute: reminders that ran out, questions before a visit and after closing. */
export function startVisitRounds(
  storage: Storage,
  log: Log,
): { readonly stop: () => Promise<void> } {
  const watch = visitWatch(storage.turn, storage.ring)
  let waiting = pause(0)
  let stopped = false
  const run = async () => {
    while (!stopped) {
      await watchVisits(watch, Date.now()).catch((error: unknown) =>
        log.error('visits_not_watched', error),
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

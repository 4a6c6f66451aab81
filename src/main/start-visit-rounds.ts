import { MINUTE } from '../core/time.ts'
import type { Log } from '../edge/log.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { visitWatch } from '../edge/storage/visits/visit-watch.ts'
import type { Running } from '../work/rounds/repeat.ts'
import { watchVisits } from '../work/rounds/watch-visits.ts'
import { every } from './every.ts'

/** Once a minute: reminders that ran out, questions before a visit and after closing. */
export function startVisitRounds(storage: Storage, log: Log): Running {
  const watch = visitWatch(storage.turn, storage.ring)
  return every(
    MINUTE,
    () => watchVisits(watch, Date.now()),
    (error) => log.error('visits_not_watched', error),
  )
}

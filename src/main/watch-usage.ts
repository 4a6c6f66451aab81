import { MINUTE } from '../core/time.ts'
import type { Log } from '../edge/log.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { usageLog } from '../edge/storage/usage/usage-log.ts'
import { countUsage } from '../work/rounds/count-usage.ts'
import type { Running } from '../work/rounds/repeat.ts'
import { every } from './every.ts'
import { HOME_DISTRICT } from './home.ts'

/** Every minute what the log has more is counted into the figures of use. */
export function watchUsage({ after: pool, ring }: Storage, log: Log): Running {
  const counted = usageLog({ pool, ring, district: HOME_DISTRICT })
  return every(
    MINUTE,
    () => countUsage(counted, Date.now()),
    (error) => log.error('usage_not_counted', error),
  )
}

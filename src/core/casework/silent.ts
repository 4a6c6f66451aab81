import { addDays, DAY, type Day, type Instant, shanghai } from '../time.ts'

/** Days without any service after which a grave household counts as silent (沉默的少数); proposed. */
const UNSERVED = 90

/** Days in which it has not said a word by itself. */
const UNHEARD = 180

/** Since when there must have been a service, or a word of the household, so that it is not silent. */
export function silentSince(now: Instant): {
  readonly servedSince: Day
  readonly heardSince: Instant
} {
  return { servedSince: addDays(shanghai(now).day, -UNSERVED), heardSince: now - UNHEARD * DAY }
}

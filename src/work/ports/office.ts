import type { Aid } from './aid.ts'
import type { FileReadings } from './file-readings.ts'
import type { FollowUps } from './follow-ups.ts'
import type { HouseholdFiles } from './household-files.ts'
import type { PettyCash } from './petty-cash.ts'
import type { Plans } from './plans.ts'
import type { Services } from './services.ts'

/** All that is done around households, beside the cases themselves; one room a field of work. */
export type Office = {
  readonly households: HouseholdFiles
  readonly file: FileReadings
  readonly services: Services
  readonly cash: PettyCash
  readonly aid: Aid
  readonly followUps: FollowUps
  readonly plans: Plans
}

import type { HouseholdFiles } from './household-files.ts'

/** All that is done around households, beside the cases themselves; one room a field of work. */
export type Office = {
  readonly households: HouseholdFiles
}

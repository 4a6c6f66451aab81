import type { AidRules } from '../../../core/casework/aid.ts'
import type { Town } from '../../../core/routing/town.ts'
import type { Instant } from '../../../core/time.ts'
import type { HouseholdFiles } from '../../ports/household-files.ts'
import type { PettyCash } from '../../ports/petty-cash.ts'

/** What the verbs of urgent aid need. */
export type AidParts = {
  readonly files: HouseholdFiles
  readonly cash: PettyCash
  readonly rules: () => AidRules
  readonly town: () => Town
  readonly now: () => Instant
}

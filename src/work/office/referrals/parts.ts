import type { PartnerBook } from '../../../core/casework/referral.ts'
import type { Town } from '../../../core/routing/town.ts'
import type { Instant } from '../../../core/time.ts'
import type { FileReadings } from '../../ports/file-readings.ts'
import type { HouseholdFiles } from '../../ports/household-files.ts'
import type { OutsideLinks } from '../../ports/outside-links.ts'

/** What is needed to work with people outside the house. */
export type OutsideParts = {
  readonly files: HouseholdFiles
  readonly readings: Pick<FileReadings, 'needs'>
  readonly links: OutsideLinks
  readonly partners: PartnerBook
  readonly town: () => Town
  readonly now: () => Instant
}

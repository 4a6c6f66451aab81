import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FollowUpAt } from '../../ports/follow-ups.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'

/** The follow-up as it stands; throws `stale` before anything of a deed is written. */
export async function findFollowUp(
  files: Pick<HouseholdFiles, 'listRecords'>,
  staff: Staff,
  { household, id, version }: FollowUpAt,
): Promise<FileRecord> {
  const records = await files.listRecords(staff, household, ['follow_up'])
  const found = records.find((record) => record.id === id)
  if (!found) throw problem('not_found', { record: id })
  if (found.version !== version) throw problem('stale', { version: found.version })
  return found
}

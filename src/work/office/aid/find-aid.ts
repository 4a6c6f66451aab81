import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'

/** One aid of a household. Throws not_found. */
export async function findAid(
  files: Pick<HouseholdFiles, 'listRecords'>,
  staff: Staff,
  household: string,
  id: string,
): Promise<FileRecord> {
  const records = await files.listRecords(staff, household, ['aid'])
  const found = records.find((record) => record.id === id)
  if (!found) throw problem('not_found', { record: id })
  return found
}

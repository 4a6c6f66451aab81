import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'
import type { CheckAt } from '../../ports/supervision.ts'

type Files = Pick<HouseholdFiles, 'listRecords'>

export async function findCheck(
  files: Files,
  staff: Staff,
  { household, id, version }: CheckAt,
): Promise<FileRecord> {
  const found = (await files.listRecords(staff, household, ['check'])).find(
    (each) => each.id === id,
  )
  if (!found) throw problem('not_found', { record: id })
  if (found.version !== version) throw problem('stale', { version: found.version })
  return found
}

/** What a check looks at. */
export async function mustFindRecord(
  files: Files,
  staff: Staff,
  { household, detail }: FileRecord,
): Promise<FileRecord> {
  const records = await files.listRecords(staff, household, [String(detail.of)])
  const found = records.find(({ id }) => id === detail.record)
  if (!found) throw problem('not_found', { record: detail.record })
  return found
}

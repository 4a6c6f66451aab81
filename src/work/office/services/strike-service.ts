import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'

type Strike = {
  readonly household: string
  readonly id: string
  readonly version: number
  readonly reason: string
}

/**
 * Takes a service record back (作废). Who wrote it may, and who leads the street: tampering with service
 * records is punishable (上海市社会救助条例 art. 52), so nothing is ever deleted.
 */
export async function strikeService(
  files: Pick<HouseholdFiles, 'listRecords' | 'changeRecord'>,
  staff: Staff,
  { household, id, version, reason }: Strike,
): Promise<FileRecord> {
  const records = await files.listRecords(staff, household, ['service'])
  const found = records.find((record) => record.id === id)
  if (!found) throw problem('not_found', { record: id })
  if (found.by.id !== staff.id && staff.role === 'adviser') throw problem('not_allowed')
  const body = typeof found.body === 'object' && found.body !== null ? found.body : {}
  return files.changeRecord(staff, household, id, version, {
    state: 'struck',
    body: { ...body, why: reason },
  })
}

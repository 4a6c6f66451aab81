import type { Staff } from '../../../core/people/role.ts'
import type { NewAid } from '../../ports/aid.ts'
import type { FileRecord, HouseholdHead } from '../../ports/household-files.ts'
import type { AidParts } from './parts.ts'

/** Begins an aid. Two that are asked for at once would be paid twice, so the one under way is given. */
export async function beginAid(
  { files, now }: AidParts,
  staff: Staff,
  head: HouseholdHead,
  { id, cause, words }: NewAid,
): Promise<FileRecord> {
  const known = await files.listRecords(staff, head.id, ['aid'])
  const underWay = known.find(({ state }) => state === 'begun' || state === 'asked')
  if (underWay) return underWay
  const newest = head.cases.findLast(({ status }) => status !== 'withdrawn')
  return files.addRecord(staff, head.id, {
    ...{ id, kind: 'aid', owner: staff.id, case: newest?.id ?? null },
    detail: { cause, steps: { begun: now() }, papers: [] },
    body: { words },
  })
}

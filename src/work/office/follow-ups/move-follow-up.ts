import { RHYTHMS } from '../../../core/casework/follow-up.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FollowUpAt, MovedFollowUp } from '../../ports/follow-ups.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'
import { findFollowUp } from './find-follow-up.ts'

/**
 * Another day with its reason (改期). From then on the bot asks anew before the visit, and what it
 * heard before the old day is kept in the past of the record.
 */
export async function moveFollowUp(
  files: Pick<HouseholdFiles, 'listRecords' | 'changeRecord'>,
  staff: Staff,
  at: FollowUpAt,
  { dueOn, rhythm, reason }: MovedFollowUp,
): Promise<FileRecord> {
  const found = await findFollowUp(files, staff, at)
  if (!found.open) throw problem('bad_request', { field: 'id' })
  const { asked: _, answer: __, ...kept } = found.detail
  const series = rhythm === null ? {} : { start: dueOn, rhythm: RHYTHMS[rhythm], nth: 0 }
  const body = typeof found.body === 'object' && found.body !== null ? found.body : {}
  return files.changeRecord(staff, at.household, at.id, at.version, {
    dueOn,
    detail: { ...kept, ...series, moved: true },
    body: { ...body, reason },
  })
}

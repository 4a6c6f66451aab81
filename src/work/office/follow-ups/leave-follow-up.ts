import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FollowUpAt, LeftFollowUp } from '../../ports/follow-ups.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'
import { findFollowUp } from './find-follow-up.ts'

/** Nobody was met, so somebody comes again; or it is not wanted any more. Both with the reason. */
export async function leaveFollowUp(
  files: Pick<HouseholdFiles, 'listRecords' | 'addRecord' | 'changeRecord'>,
  staff: Staff,
  at: FollowUpAt,
  { state, reason, next }: LeftFollowUp,
): Promise<FileRecord> {
  const found = await findFollowUp(files, staff, at)
  if (!found.open) throw problem('stale', { version: found.version })
  if (state === 'missed' && next === null) throw problem('bad_request', { field: 'next' })
  if (next) {
    const { asked: _, answer: __, ...detail } = found.detail
    await files.addRecord(staff, at.household, {
      ...{ id: next.id, kind: 'follow_up', dueOn: next.dueOn, case: found.case },
      ...{ owner: found.owner?.id ?? staff.id, detail, body: { reason } },
    })
  }
  const body = typeof found.body === 'object' && found.body !== null ? found.body : {}
  return files.changeRecord(staff, at.household, at.id, at.version, {
    state,
    body: { ...body, reason },
  })
}

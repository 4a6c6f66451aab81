import { LINK_DAYS } from '../../../core/casework/referral.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { DAY, shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { WithLink } from '../../ports/referrals.ts'
import { withHeads } from '../with-heads.ts'
import { lineOf } from './outside-record.ts'
import type { OutsideParts } from './parts.ts'

/** A link to answer this record by; earlier ones end. */
export async function linkFor(
  parts: OutsideParts,
  staff: Staff,
  record: FileRecord,
): Promise<WithLink> {
  const now = parts.now()
  if (!record.open || record.state === 'returned') throw problem('bad_request', { field: 'state' })
  const token = await parts.links.make(staff, record.household, record, now + LINK_DAYS * DAY)
  const [line] = await withHeads(parts.files, staff, [record])
  if (!line) throw problem('not_found', { record: record.id })
  return { token, line: lineOf(parts.partners, shanghai(now).day, line) }
}

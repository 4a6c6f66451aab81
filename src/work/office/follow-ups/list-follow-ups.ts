import type { Staff } from '../../../core/people/role.ts'
import type { FollowUpLine, FollowUpsAsk } from '../../ports/follow-ups.ts'
import type { HouseholdFiles } from '../../ports/household-files.ts'
import { withHeads } from '../with-heads.ts'

/** What is open: who said to the bot that it is worse comes first, then by the day it is due. */
export async function listFollowUps(
  files: Pick<HouseholdFiles, 'findRecords' | 'headsOf'>,
  staff: Staff,
  { until, street, mine }: FollowUpsAsk,
): Promise<readonly FollowUpLine[]> {
  const records = await files.findRecords(staff, {
    ...{ kinds: ['follow_up'], open: true },
    ...(until === undefined ? {} : { dueUntil: until }),
    ...(street === undefined ? {} : { street }),
    ...(mine ? { owner: staff.id } : {}),
  })
  const lines = await withHeads(files, staff, records)
  const isWorse = ({ record }: FollowUpLine) => record.detail.answer === 'worse'
  return [...lines.filter(isWorse), ...lines.filter((line) => !isWorse(line))]
}

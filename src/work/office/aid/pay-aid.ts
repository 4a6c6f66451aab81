import { aidRuleOn } from '../../../core/casework/aid.ts'
import { workingDaysAfter } from '../../../core/casework/working-days-after.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { AidAt } from '../../ports/aid.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import { accountFor } from './ask-aid.ts'
import type { AidParts } from './parts.ts'

/** The second person pays; from then on the procedure has its last day. */
export async function payAid(parts: AidParts, staff: Staff, at: AidAt): Promise<FileRecord> {
  const account = await accountFor(parts, staff, at.household)
  if (!account) throw problem('too_little_cash', { field: 'amount' })
  const now = parts.now()
  const { day } = shanghai(now)
  const { papersWithin } = aidRuleOn(parts.rules(), day)
  const dueOn = workingDaysAfter(day, papersWithin, parts.town().calendar)
  return parts.cash.pay(staff, { ...at, committee: account.committee, at: now, dueOn })
}

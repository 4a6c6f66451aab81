import { aidRuleOn } from '../../../core/casework/aid.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { AidAt } from '../../ports/aid.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { CashAccount } from '../../ports/petty-cash.ts'
import { bodyOf, detailOf } from './aid-detail.ts'
import { changeAid } from './change-aid.ts'
import type { AidParts } from './parts.ts'

/** The first of two persons asks for an amount. Who it is, where, and the form come before. */
export async function askAid(
  parts: AidParts,
  staff: Staff,
  at: AidAt,
  amount: number,
): Promise<FileRecord> {
  if (amount <= 0) throw problem('bad_request', { field: 'amount' })
  const account = await accountFor(parts, staff, at.household)
  const { limit } = account ?? aidRuleOn(parts.rules(), shanghai(parts.now()).day)
  if (amount > limit) throw problem('over_limit', { field: 'amount' })
  if (amount > (account?.balance ?? 0)) throw problem('too_little_cash', { field: 'amount' })
  return changeAid(parts, staff, at, ['begun'], (found) => {
    if (detailOf(found).seen === undefined) throw problem('bad_request', { field: 'seen' })
    if (!bodyOf(found).form) throw problem('bad_request', { field: 'form' })
    const detail = { first: staff.id }
    return { state: 'asked', amount, detail, step: 'asked' }
  })
}

/** The account of the community where the household lives. */
export async function accountFor(
  { files, cash }: Pick<AidParts, 'files' | 'cash'>,
  staff: Staff,
  household: string,
): Promise<CashAccount | null> {
  const [head] = await files.headsOf(staff, [household])
  const { committee = null } = head ?? {}
  return committee === null ? null : cash.accountOf(staff, committee)
}

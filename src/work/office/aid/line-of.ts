import { aidRuleOn, missingPapers } from '../../../core/casework/aid.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { AidForm, AidLine } from '../../ports/aid.ts'
import type { FileRecord, HouseholdHead } from '../../ports/household-files.ts'
import type { Line } from '../with-heads.ts'
import { bodyOf, detailOf } from './aid-detail.ts'
import type { AidParts } from './parts.ts'
import { prefill } from './prefill.ts'

const EMPTY: AidForm = {
  ...{ name: '', idNumber: '', phone: '', home: '' },
  ...{ registered: '', people: '', story: '' },
}

/** An aid with all that its screen shows: the form as it is, or as the file fills it. */
export async function wholeLine(
  parts: AidParts,
  staff: Staff,
  record: FileRecord,
  head: HouseholdHead,
): Promise<AidLine> {
  const committee = detailOf(record).committee ?? head.committee
  const account = committee === null ? null : await parts.cash.accountOf(staff, committee)
  const form = bodyOf(record).form ?? (await prefill(parts.files, staff, record.household))
  return { ...shortLine(parts, { record, head }), form, account }
}

/** The same for a list: without account, and with the form alone that was saved. */
export function shortLine({ rules, now }: AidParts, { record, head }: Line): AidLine {
  const { papers, receipt } = detailOf(record)
  const { day } = shanghai(now())
  const there = papers.map(({ type }) => type)
  const missing = missingPapers(rules(), there)
  const needsReceipt = record.state === 'paid' && !receipt
  return {
    ...{ record, head, form: bodyOf(record).form ?? EMPTY, account: null },
    missing: needsReceipt ? [...missing, 'signed_receipt'] : missing,
    late: record.open && record.dueOn !== null && record.dueOn < day,
    types: rules().papers,
    rule: aidRuleOn(rules(), day),
  }
}

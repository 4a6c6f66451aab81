import type { Given, PartnerBook, ReturnReason } from '../../../core/casework/referral.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Day } from '../../../core/time.ts'
import type { FileRecord, HouseholdFiles } from '../../ports/household-files.ts'
import type { LinkView, OutsideLine } from '../../ports/referrals.ts'
import type { Line } from '../with-heads.ts'

/** What was written of a referral or a task. Personal: sealed. */
export type OutsideBody = {
  readonly ask: string
  readonly given: Given
  readonly consent?: string
  readonly answer?: string
  readonly why?: string
}

/** Its codes. */
export type OutsideDetail = {
  /** Id of the partner or the office. */
  readonly to: string
  readonly consent?: string
  readonly reason?: ReturnReason
  readonly result?: string
}

export const OUTSIDE_KINDS = ['referral', 'subtask'] as const

/** Empty after an erasure. */
export const bodyOf = ({ body }: FileRecord): OutsideBody =>
  (body as OutsideBody | null) ?? { ask: '', given: {} }

export const detailOf = ({ detail }: FileRecord): OutsideDetail => ({ to: '', ...detail })

function nameOf({ partners, departments }: PartnerBook, { kind, detail }: FileRecord): string {
  const all = kind === 'referral' ? partners : departments
  return all.find(({ id }) => id === detail.to)?.name ?? String(detail.to ?? '')
}

export function lineOf(book: PartnerBook, today: Day, { record, head }: Line): OutsideLine {
  const late = record.open && record.dueOn !== null && record.dueOn < today
  return { record, head, to: nameOf(book, record), late }
}

export function linkViewOf(book: PartnerBook, record: FileRecord): LinkView {
  const { ask, given } = bodyOf(record)
  const { version, state, dueOn } = record
  const kind = record.kind === 'subtask' ? 'subtask' : 'referral'
  return { kind, version, state, to: nameOf(book, record), ask, given, dueOn }
}

/** A referral or a task of a household. Throws not_found. */
export async function findOutside(
  files: Pick<HouseholdFiles, 'listRecords'>,
  staff: Staff,
  { household, id }: { readonly household: string; readonly id: string },
): Promise<FileRecord> {
  const records = await files.listRecords(staff, household, OUTSIDE_KINDS)
  const found = records.find((record) => record.id === id)
  if (!found) throw problem('not_found', { record: id })
  return found
}

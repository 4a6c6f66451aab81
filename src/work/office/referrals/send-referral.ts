import { ACCEPT_WITHIN } from '../../../core/casework/referral.ts'
import { workingDaysAfter } from '../../../core/casework/working-days-after.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { NewReferral } from '../../ports/referrals.ts'
import { givenOf } from './given-of.ts'
import type { OutsideParts } from './parts.ts'

/** Hands a household to a partner. What goes along is kept as it went, with the consent to it. */
export async function sendReferral(
  parts: OutsideParts,
  staff: Staff,
  household: string,
  { id, partner, ask, parts: chosen, consent }: NewReferral,
): Promise<FileRecord> {
  if (!parts.partners.partners.some((each) => each.id === partner)) {
    throw problem('bad_request', { field: 'partner' })
  }
  if (consent.words.trim() === '') throw problem('bad_request', { field: 'consent' })
  const head = await parts.files.openHousehold(staff, household)
  const given = await givenOf(parts, staff, head, chosen)
  const { day } = shanghai(parts.now())
  const newest = head.cases.findLast(({ status }) => status !== 'withdrawn')
  const sent = await parts.files.addRecord(staff, household, {
    ...{ id, kind: 'referral', owner: staff.id, day, case: newest?.id ?? null },
    dueOn: workingDaysAfter(day, ACCEPT_WITHIN, parts.town().calendar),
    detail: { to: partner, consent: consent.way },
    body: { ask, given, consent: consent.words },
  })
  await parts.files.noteExport(staff, household, {
    purpose: `referral ${partner}`,
    parts: Object.keys(given),
  })
  return sent
}

import type { AidRules } from '../../../core/casework/aid.ts'
import { problem } from '../../../core/errors.ts'
import type { Town } from '../../../core/routing/town.ts'
import { shanghai } from '../../../core/time.ts'
import type { Refusal } from '../../ports/aid.ts'
import type { FileRecord, HouseholdHead } from '../../ports/household-files.ts'
import { bodyOf, detailOf } from './aid-detail.ts'

/** What the household is told with a refusal: reasons with their law, and what may be done against it. */
export function refusalOf(
  { refusals, review }: AidRules,
  { places, district }: Town,
  record: FileRecord,
  head: HouseholdHead,
): Refusal {
  if (record.state !== 'refused') throw problem('not_found', { record: record.id })
  const { form, why = '' } = bodyOf(record)
  const own = head.street?.slice(0, 6) ?? district
  const office = `${places.districts.get(own)?.name ?? ''}人民政府`
  return {
    name: form?.name || head.name || '',
    day: shanghai(record.changedAt).day,
    reasons: (detailOf(record).refused ?? []).map((code) => refusals[code]),
    words: why,
    review: review.text.replaceAll('{office}', office),
    source: review.source,
  }
}

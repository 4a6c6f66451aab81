import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { Visit, VisitKept } from '../../ports/assessments.ts'
import type { NewRecord } from '../../ports/household-files.ts'
import { confirmCase, mustStand, reassessment } from './confirm-form.ts'
import type { AssessmentParts } from './create-assessments.ts'
import { openForm } from './open-form.ts'

/**
 * Keeps a visit (入户): the service record, and with it a re-assessment or the confirmed request. The service
 * record is written last or together with the rest: where it stands, everything stands.
 */
export async function keepVisit(
  parts: AssessmentParts,
  staff: Staff,
  household: string,
  visit: Visit,
): Promise<VisitKept> {
  const { files, now } = parts
  if (visit.day > shanghai(now()).day) throw problem('bad_request', { field: 'day' })
  const records = await files.listRecords(staff, household, ['service'])
  const kept = { service: visit.id, assessment: null }
  if (records.some(({ id }) => id === visit.id)) return kept
  const { form } = visit
  if (form === null) {
    await files.addRecord(staff, household, serviceOf(visit, null))
    return kept
  }
  const opened = await openForm(parts, staff, household)
  mustStand(opened, form)
  if (opened.number !== null) {
    const assessment = await confirmCase(parts, staff, opened.number, opened, form)
    await files.addRecord(staff, household, serviceOf(visit, null))
    return { ...kept, assessment }
  }
  const record = reassessment(opened, form, staff, now())
  const both = [{ add: record }, { add: serviceOf(visit, record.id) }]
  await files.writeTogether(staff, opened.head.id, both)
  const { points, grade } = record.detail as {
    points: readonly [number, number]
    grade: string | null
  }
  return { ...kept, assessment: { kind: 'again', number: null, points, grade } }
}

function serviceOf(visit: Visit, assessment: string | null): NewRecord {
  const { id, day, minutes, result, photos, met, words } = visit
  const type = 'visit'
  return {
    ...{ id, day, kind: 'service' },
    detail: { type, minutes, result, photos, households: 1, ...(assessment && { assessment }) },
    body: { who: met, words },
  }
}

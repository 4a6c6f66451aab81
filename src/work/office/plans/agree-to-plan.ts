import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { Agreement, PlanLine } from '../../ports/plans.ts'
import type { OfficeParts } from '../parts.ts'
import { findRecord, mustBeAt, mustWrite } from './find-plan.ts'
import { type PlanBody, planDetail, planLine } from './plan-line.ts'

/** What the household said when it was told the plan (居民知情), and where. */
export async function agreeToPlan(
  { files, now }: Pick<OfficeParts, 'files' | 'now'>,
  staff: Staff,
  household: string,
  id: string,
  version: number,
  { answer, by, words }: Pick<Agreement, 'answer' | 'by' | 'words'>,
): Promise<PlanLine> {
  mustWrite(staff)
  const held = await findRecord(files, staff, household, 'plan', id)
  mustBeAt(held, version, ['draft', 'submitted', 'in_force'])
  const agreement = { answer, by, on: shanghai(now()).day, staff: staff.id }
  const detail = { ...planDetail(held), agreement }
  const body = { ...(held.body as PlanBody), agreementWords: words }
  return planLine(await files.changeRecord(staff, household, id, version, { detail, body }))
}

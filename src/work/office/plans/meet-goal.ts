import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { RecordWrite } from '../../ports/household-files.ts'
import type { GoalMet, PlanLine } from '../../ports/plans.ts'
import { readNeeds } from '../households/read-needs.ts'
import type { OfficeParts } from '../parts.ts'
import { findRecord, mustBeAt, mustWrite } from './find-plan.ts'
import { planDetail, planLine } from './plan-line.ts'

/** A goal of the plan in force is met (已达成), or is not after all; the need it answers to with it. */
export async function meetGoal(
  { files }: Pick<OfficeParts, 'files'>,
  staff: Staff,
  household: string,
  id: string,
  version: number,
  how: GoalMet,
): Promise<PlanLine> {
  mustWrite(staff)
  const { goal, met } = how
  const held = await findRecord(files, staff, household, 'plan', id)
  mustBeAt(held, version, ['in_force'])
  const found = planLine(held).plan?.goals.find((each) => each.id === goal)
  if (!found) throw problem('not_found', { goal })
  const detail = planDetail(held)
  const others = detail.met.filter((each) => each !== goal)
  const change = { detail: { ...detail, met: met ? [...others, goal] : others } }
  const settled = await settleNeed(files, staff, household, found.need, how)
  const [written] = await files.writeTogether(staff, household, [
    { id, version, change },
    ...settled,
  ])
  return planLine(written ?? held)
}

/** The line of the needs list that the goal answers to; a derived one is written down with it. */
async function settleNeed(
  files: OfficeParts['files'],
  staff: Staff,
  household: string,
  code: string | null,
  { met, id }: GoalMet,
): Promise<readonly RecordWrite[]> {
  if (code === null) return []
  const need = (await readNeeds(files, staff, household)).find((line) => line.code === code)
  const state = met ? 'met' : 'unmet'
  if (!need || (need.state === 'met') === met) return []
  if (need.record) return [{ ...need.record, change: { state } }]
  const { urgency, words } = need
  return [{ add: { id, kind: 'need', state, detail: { code, urgency }, body: { words } } }]
}

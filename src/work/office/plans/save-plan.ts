import type { Plan } from '../../../core/casework/plan.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { PlanLine, PlanToSave } from '../../ports/plans.ts'
import type { OfficeParts } from '../parts.ts'
import { findRecord, inForce, mustBeAt, mustWrite } from './find-plan.ts'
import { type PlanBody, type PlanDetail, planDetail, planLine } from './plan-line.ts'

/** A draft, new or reworded. Whoever agreed to the words before has not agreed to these. */
export async function savePlan(
  { files }: Pick<OfficeParts, 'files'>,
  staff: Staff,
  household: string,
  { id, version, plan, follows }: PlanToSave,
): Promise<PlanLine> {
  mustWrite(staff)
  mustHoldTogether(plan)
  const body: PlanBody = { plan, remark: '', agreementWords: '' }
  if (version === null) return addPlan(files, staff, household, { id, plan, follows })
  const held = await findRecord(files, staff, household, 'plan', id)
  mustBeAt(held, version, ['draft'])
  const change = { detail: reworded(held, plan, staff), dueOn: plan.reviewOn, body }
  return planLine(await files.changeRecord(staff, household, id, version, change))
}

/** Sent again it is kept once; with other words under the same id it is not the same any more. */
async function addPlan(
  files: OfficeParts['files'],
  staff: Staff,
  household: string,
  { id, plan, follows }: Omit<PlanToSave, 'version'>,
): Promise<PlanLine> {
  const body: PlanBody = { plan, remark: '', agreementWords: '' }
  const detail = { ...(await firstDetail(files, staff, household, follows)), tier: plan.tier }
  const record = { id, kind: 'plan', owner: staff.id, dueOn: plan.reviewOn, detail, body }
  const kept = await files.addRecord(staff, household, record)
  const line = planLine(kept)
  if (kept.kind !== 'plan' || JSON.stringify(line.plan) !== JSON.stringify(plan))
    throw problem('stale', { version: kept.version })
  return line
}

async function firstDetail(
  files: OfficeParts['files'],
  staff: Staff,
  household: string,
  how: PlanToSave['follows'],
): Promise<PlanDetail> {
  const none = planDetail({ detail: { writers: [staff.id] } })
  if (how === null) return none
  const before = inForce(await files.listRecords(staff, household, ['plan']))
  if (!before) throw problem('not_found', { plan: 'in_force' })
  const { phase, met } = planDetail(before)
  const isNext = how === 'next_phase'
  const follows = { id: before.id, how }
  return { ...none, follows, phase: isNext ? phase + 1 : phase, met: isNext ? [] : met }
}

function reworded(held: FileRecord, { tier }: Plan, { id }: Staff): PlanDetail {
  const detail = planDetail(held)
  const writers = [...new Set([...detail.writers, id])]
  return { ...detail, tier, writers, agreement: null, asked: null }
}

/** Every measure serves a goal of this plan or none, and no id stands twice. */
function mustHoldTogether({ goals, measures }: Plan): void {
  const names = new Set(goals.map(({ id }) => id))
  const ids = new Set(measures.map(({ id }) => id))
  if (names.size < goals.length) throw problem('bad_request', { field: 'plan.goals' })
  const isWhole = measures.every(({ goal }) => goal === null || names.has(goal))
  if (ids.size < measures.length || !isWhole)
    throw problem('bad_request', { field: 'plan.measures' })
}

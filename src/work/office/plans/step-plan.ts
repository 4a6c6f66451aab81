import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { PlanLine, PlanStep } from '../../ports/plans.ts'
import type { OfficeParts } from '../parts.ts'
import { findRecord, mustBeAt, mustWrite } from './find-plan.ts'
import { measuresInForce } from './measures-in-force.ts'
import { type PlanBody, type PlanDetail, planDetail, planLine } from './plan-line.ts'

type How = { readonly step: PlanStep; readonly remark: string }

/** Where a plan may stand before each step, and where it stands after. */
const STEPS = {
  submit: { from: 'draft', to: 'submitted' },
  return: { from: 'submitted', to: 'draft' },
  approve: { from: 'submitted', to: 'in_force' },
  finish: { from: 'in_force', to: 'done' },
  drop: { from: 'draft', to: 'dropped' },
} as const satisfies Record<PlanStep, { from: string; to: string }>

/** A plan goes its way: 提交审核, 退回, 通过, 完成, 作废. Approved by another person than who wrote it. */
export async function stepPlan(
  parts: Pick<OfficeParts, 'files' | 'now' | 'calls' | 'announce'>,
  staff: Staff,
  household: string,
  id: string,
  version: number,
  how: How,
): Promise<PlanLine> {
  mustWrite(staff)
  const { files } = parts
  const held = await findRecord(files, staff, household, 'plan', id)
  const { from, to } = STEPS[how.step]
  mustBeAt(held, version, [from])
  mayStep(staff, held, how.step)
  const change = {
    state: to,
    detail: detailAfter(parts, staff, held, how),
    body: bodyAfter(held, how),
  }
  const others = how.step === 'approve' ? await measuresInForce(files, staff, household, held) : []
  const ends = how.step === 'finish' ? await measuresLeft(parts, staff, household, held) : []
  const [written] = await files.writeTogether(staff, household, [
    { id, version, change },
    ...others,
    ...ends,
  ])
  await ring(parts, staff, held, how.step)
  return planLine(written ?? held)
}

/** Who may approve is called, and who wrote it learns what became of it. */
async function ring(
  { calls, announce }: Pick<OfficeParts, 'calls' | 'announce'>,
  staff: Staff,
  held: FileRecord,
  step: PlanStep,
): Promise<void> {
  const { writers, submittedBy } = planDetail(held)
  const author = submittedBy ?? held.by.id
  if (step === 'submit') {
    await calls.callApprovers(staff, held.household, [...new Set([...writers, staff.id])])
  }
  if (step === 'approve') await calls.call(staff, held.household, author, 'plan_approved')
  if (step === 'return') await calls.call(staff, held.household, author, 'plan_returned')
  announce({ about: 'notices', district: staff.district })
}

function mayStep({ id, role }: Staff, held: FileRecord, step: PlanStep): void {
  if (step === 'submit' && (planLine(held).plan?.goals.length ?? 0) === 0)
    throw problem('bad_request', { field: 'plan.goals' })
  if (step !== 'approve') return
  if (role !== 'supervisor' && role !== 'district') throw problem('not_allowed')
  const { writers, submittedBy } = planDetail(held)
  if (held.by.id === id || submittedBy === id || writers.includes(id)) throw problem('same_person')
}

function detailAfter(
  { now }: Pick<OfficeParts, 'now'>,
  staff: Staff,
  held: FileRecord,
  { step }: How,
): PlanDetail {
  const detail = planDetail(held)
  switch (step) {
    case 'submit':
      return { ...detail, submittedBy: staff.id }
    case 'return':
      return { ...detail, submittedBy: null }
    case 'approve':
      return { ...detail, approvedBy: staff.id, approvedOn: shanghai(now()).day }
    case 'finish':
    case 'drop':
      return detail
    default:
      return step satisfies never
  }
}

function bodyAfter(held: FileRecord, { step, remark }: How): unknown {
  const body = held.body as PlanBody | null
  return body && { ...body, remark: step === 'return' ? remark : '' }
}

/** With its plan, what was still to be done ends. */
async function measuresLeft(
  { files }: Pick<OfficeParts, 'files'>,
  staff: Staff,
  household: string,
  held: FileRecord,
) {
  const own = new Set(planLine(held).plan?.measures.map(({ id }) => id))
  const all = await files.listRecords(staff, household, ['measure'])
  return all
    .filter(({ id, open }) => open && own.has(id))
    .map(({ id, version }) => ({ id, version, change: { state: 'dropped' } }))
}

import { draftPlan, nextPlan, planFromTemplate } from '../../../core/casework/draft-plan.ts'
import { planTier } from '../../../core/casework/plan-tier.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { PlanFrom, Proposed } from '../../ports/plans.ts'
import type { OfficeParts } from '../parts.ts'
import { inForce } from './find-plan.ts'
import { groundOfPlan } from './ground-of-plan.ts'
import { planLine } from './plan-line.ts'

/** A plan from what the household needs, from a template, or from the plan in force. */
export async function proposePlan(
  parts: OfficeParts,
  staff: Staff,
  household: string,
  from: PlanFrom,
): Promise<Proposed> {
  const { files, plans: book, now, town } = parts
  const head = await files.openHousehold(staff, household)
  const { needs, facts } = await groundOfPlan(parts, staff, head)
  const { tier, rule } = planTier(book, facts)
  const { calendar } = town()
  const drafting = { needs, tier, today: shanghai(now()).day, calendar, owner: staff.id }
  if (from.from === 'needs') return { plan: draftPlan(book, drafting), rule }
  if (from.from === 'template') {
    const plan = planFromTemplate(book, drafting, from.template)
    if (!plan) throw problem('not_found', { template: from.template })
    return { plan, rule }
  }
  const records = await files.listRecords(staff, household, ['plan', 'measure'])
  const current = inForce(records.filter(({ kind }) => kind === 'plan'))
  const line = current && planLine(current)
  if (!line?.plan) throw problem('not_found', { plan: 'in_force' })
  const done = records.filter(({ kind, open }) => kind === 'measure' && !open).map(({ id }) => id)
  const met = from.from === 'next_phase' ? line.met : []
  return {
    plan: nextPlan(book, drafting, line.plan, { met: new Set(met), done: new Set(done) }),
    rule,
  }
}

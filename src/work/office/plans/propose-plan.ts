import {
  draftPlan,
  nextPlan,
  type ProposedMeasure,
  type ProposedPlan,
  planFromTemplate,
} from '../../../core/casework/draft-plan.ts'
import { planTier } from '../../../core/casework/plan-tier.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { PlanFrom, Proposed } from '../../ports/plans.ts'
import type { OfficeParts } from '../parts.ts'
import { inForce } from './find-plan.ts'
import { groundOfPlan } from './ground-of-plan.ts'
import { measureLine, planLine } from './plan-line.ts'

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
  const records = await files.listRecords(staff, head.id, ['plan', 'measure'])
  return { plan: withConcluded(proposal(book, drafting, from, records), records), rule }
}

function proposal(
  book: OfficeParts['plans'],
  drafting: Parameters<typeof draftPlan>[1],
  from: PlanFrom,
  records: readonly FileRecord[],
): ProposedPlan {
  if (from.from === 'needs') return draftPlan(book, drafting)
  if (from.from === 'template') {
    const plan = planFromTemplate(book, drafting, from.template)
    if (!plan) throw problem('not_found', { template: from.template })
    return plan
  }
  const current = inForce(records.filter(({ kind }) => kind === 'plan'))
  const line = current && planLine(current)
  if (!line?.plan) throw problem('not_found', { plan: 'in_force' })
  const done = records.filter(({ kind, open }) => kind === 'measure' && !open).map(({ id }) => id)
  const met = from.from === 'next_phase' ? line.met : []
  return nextPlan(book, drafting, line.plan, { met: new Set(met), done: new Set(done) })
}

/** What a conference (会诊) concluded and is still to be done belongs into the plan. */
function withConcluded(plan: ProposedPlan, records: readonly FileRecord[]): ProposedPlan {
  const known = new Set(plan.measures.map(({ id }) => id))
  const concluded = records
    .filter(({ kind, open, id }) => kind === 'measure' && open && !known.has(id))
    .flatMap((record) => concludedMeasure(record))
  return { ...plan, measures: [...plan.measures, ...concluded] }
}

function concludedMeasure(record: FileRecord): readonly ProposedMeasure[] {
  const { words, who, consultation } = measureLine(record)
  if (consultation === null) return []
  const { id, owner, dueOn } = record
  return [
    {
      ...{ id, goal: null, words, who, owner: owner?.id ?? null, dueOn, until: null },
      ...({ source: 'own', kind: 'service', aim: 'floor', every: 'once' } as const),
    },
  ]
}

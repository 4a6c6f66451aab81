import { ageOn } from '../../../core/casework/member.ts'
import type { TierFacts } from '../../../core/casework/plan-tier.ts'
import { isProblem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { type Day, shanghai } from '../../../core/time.ts'
import type { OpenedCase } from '../../ports/desk.ts'
import type { FileRecord, HouseholdHead } from '../../ports/household-files.ts'
import { readNeeds } from '../households/read-needs.ts'
import type { OfficeParts } from '../parts.ts'

/** What a plan is drafted from: needs that are not met, the urgent ones first, and what decides its tier (分层). */
export type PlanGround = { readonly needs: readonly string[]; readonly facts: TierFacts }

export async function groundOfPlan(
  { files, desk, now }: Pick<OfficeParts, 'files' | 'desk' | 'now'>,
  staff: Staff,
  head: HouseholdHead,
): Promise<PlanGround> {
  const needs = await readNeeds(files, staff, head.id)
  const unmet = needs.filter(({ state }) => state === 'unmet' || state === 'under_way')
  const codes = [...new Set(unmet.flatMap(({ code }) => code ?? []))]
  const members = await files.listRecords(staff, head.id, ['member'])
  const opened = await newestCase(desk, staff, head)
  const answers = new Map(opened?.file.answers.map(({ slot, value }) => [slot, value]))
  for (const [slot, { value }] of opened?.captured ?? []) answers.set(slot, value)
  const ages = agesOf(members, shanghai(now()).day)
  const facts = {
    crisis: opened ? ['high', 'imminent'].includes(opened.row.crisis ?? '') : null,
    urgency: opened?.row.urgency ?? null,
    grade: head.grade,
    extreme: opened?.assessed.now?.severe.extreme ?? null,
    can_work: canWork(answers.get('work')),
    child: hasChild(ages, codes, answers.get('members')),
  }
  const known = Object.entries(facts).filter(([, value]) => value !== null)
  return { needs: codes, facts: Object.fromEntries(known) }
}

/** The request that came last, as far as this person may read it. */
async function newestCase(
  desk: OfficeParts['desk'],
  staff: Staff,
  head: HouseholdHead,
): Promise<OpenedCase | null> {
  const newest = head.cases.at(-1)
  if (!newest) return null
  return desk.readCase(staff, newest.number).catch((error: unknown) => {
    if (isProblem(error) && error.code === 'not_found') return null
    throw error
  })
}

/** Who has work, or has lost it, can work; who says that he cannot, cannot. Nobody asked: unknown. */
function canWork(work: unknown): boolean | null {
  return typeof work === 'string' ? work !== 'cannot' : null
}

function agesOf(members: readonly FileRecord[], today: Day): readonly number[] {
  return members
    .filter(({ state }) => state !== 'left')
    .flatMap(
      ({ body }) => ageOn((body as { born?: string | null } | null)?.born ?? null, today) ?? [],
    )
}

/** Somebody under 18 (未成年人保护法 art. 2): a member, an answer, or a need that only children have. */
function hasChild(
  ages: readonly number[],
  codes: readonly string[],
  answer: unknown,
): boolean | null {
  if (ages.some((age) => age < 18)) return true
  if (codes.some((code) => ['edu', 'cbu', 'cen'].includes(code))) return true
  return Array.isArray(answer) ? answer.includes('child') : null
}

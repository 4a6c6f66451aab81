import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { planFromTemplate } from '../core/casework/draft-plan.ts'
import type { PlanBook } from '../core/casework/plan-book.ts'
import type { Staff } from '../core/people/role.ts'
import type { Calendar } from '../core/routing/calendar.ts'
import { shanghai } from '../core/time.ts'
import { systemClock } from '../edge/clock.ts'
import { loadCalendar } from '../edge/sources/clocks.ts'
import {
  type DemonstrationPlans,
  loadDemonstrationPlans,
} from '../edge/sources/demonstration-plans.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadPlans } from '../edge/sources/plans.ts'
import { consultationStore } from '../edge/storage/consultation-store.ts'
import { householdStore } from '../edge/storage/household-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import type { Desk } from '../work/ports/desk.ts'
import type { RecordWrite } from '../work/ports/household-files.ts'

/** A plan in force, one that waits for approval, and a conference, so that their screens are not empty. */
export async function livenPlans(storage: Storage, desk: Desk, staff: readonly Staff[]) {
  const sample = await loadDemonstrationPlans(FOLDERS.data)
  const book = await loadPlans(join(FOLDERS.data, 'plans'))
  const calendar = await loadCalendar(join(FOLDERS.data, 'calendar'))
  const person = staff.find(({ login }) => login === sample.of)
  const lead = staff.find(({ login }) => login === sample.lead) ?? null
  if (!person) return
  const { rows } = await desk.listCases(person, { list: 'mine' })
  const parts = { pool: storage.desk, ring: storage.ring, clock: systemClock }
  const files = householdStore(parts)
  for (const plan of sample.plans) {
    const number = rows[plan.case]?.number
    if (number === undefined) continue
    const { id: household } = await files.openHousehold(person, number)
    const known = await files.listRecords(person, household, ['plan'])
    if (known.some(({ id }) => id === plan.id)) continue
    await files.writeTogether(person, household, planWrites(book, plan, { person, lead, calendar }))
  }
  const number = rows[sample.consultation.case]?.number
  if (number === undefined) return
  const { id: household } = await files.openHousehold(person, number)
  await openConference(consultationStore(parts), sample.consultation, { household, person, staff })
}

type Planning = {
  readonly person: Staff
  readonly lead: Staff | null
  readonly calendar: Calendar
}

function planWrites(
  book: PlanBook,
  { id, template, needs, tier, state }: DemonstrationPlans['plans'][number],
  { person, lead, calendar }: Planning,
): readonly RecordWrite[] {
  const today = shanghai(systemClock.now()).day
  const drafting = { needs, tier, today, calendar, owner: person.id }
  const proposed = planFromTemplate(book, drafting, template)
  if (!proposed) return []
  const measures = proposed.measures.map((each) => ({ ...each, id: randomUUID() }))
  const body = { plan: { ...proposed, measures }, remark: '', agreementWords: '' }
  const detail = { tier, phase: 1, writers: [person.id], submittedBy: person.id }
  const approved = { approvedBy: lead?.id ?? null, approvedOn: today }
  const plan = { id, kind: 'plan', state, owner: person.id, dueOn: proposed.reviewOn, body }
  if (state !== 'in_force') return [{ add: { ...plan, detail } }]
  return [
    { add: { ...plan, detail: { ...detail, ...approved } } },
    ...measures.map(({ id: own, owner, dueOn, words, who, ...rest }) => ({
      add: {
        ...{ id: own, kind: 'measure', owner, dueOn, detail: { ...rest, plan: id, times: 0 } },
        body: { words, who, notes: [] },
      },
    })),
  ]
}

type Conference = {
  readonly household: string
  readonly person: Staff
  readonly staff: readonly Staff[]
}

async function openConference(
  store: ReturnType<typeof consultationStore>,
  sample: DemonstrationPlans['consultation'],
  { household, person, staff }: Conference,
): Promise<void> {
  const { id, question, minutes, needs, materials, opinion } = sample
  const members = sample.members.map(({ login, ...member }) => ({
    ...member,
    staff: staff.find((each) => each.login === login)?.id ?? null,
  }))
  const asked = members.flatMap(({ staff: account }) => account ?? [])
  const facts = { grade: null, confirmed: false, needs }
  const body = { name: null, question, members, materials, facts, minutes, conclusion: null }
  const detail = { members: asked, street: person.streets[0] ?? null, comparable: [] }
  const record = { id, kind: 'consultation', state: 'open', owner: person.id, detail, body }
  await store.call(person, household, record, asked)
  const self = members.at(-1)?.id ?? ''
  const said = { id: self || id, kind: 'opinion', group: id, body: { words: opinion.words } }
  const spoken = { member: self, vote: opinion.vote, forThem: true }
  await store.change(person, id, () => ({ writes: [{ add: { ...said, detail: spoken } }] }))
}

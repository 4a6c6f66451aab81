import type { ConsultationMember } from '../../../core/casework/consultation.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { CallingConsultation, ConsultationLine } from '../../ports/consultations.ts'
import { readNeeds } from '../households/read-needs.ts'
import type { OfficeParts } from '../parts.ts'
import { mustWrite } from '../plans/find-plan.ts'
import { consultationLine } from './consultation-line.ts'

/** Calls a conference (发起会诊). What the house knows goes along without a name; papers as they are addressed. */
export async function callConsultation(
  { files, consultations }: Pick<OfficeParts, 'files' | 'consultations'>,
  staff: Staff,
  household: string,
  { id, question, dueOn, members, materials }: CallingConsultation,
): Promise<ConsultationLine> {
  mustWrite(staff)
  mustBeDistinct(members)
  const head = await files.openHousehold(staff, household)
  const needs = (await readNeeds(files, staff, head.id))
    .filter(({ state }) => state === 'unmet' || state === 'under_way')
    .flatMap(({ code }) => code ?? [])
  const facts = { grade: head.grade, confirmed: head.confirmed, needs: [...new Set(needs)] }
  const { name } = head
  const record = await consultations.call(
    staff,
    head.id,
    {
      ...{ id, kind: 'consultation', owner: staff.id, dueOn },
      case: head.cases.at(-1)?.id ?? null,
      detail: { members: accountsOf(members), street: head.street, comparable: [] },
      body: { name, question, members, materials, facts, minutes: '', conclusion: null },
    },
    accountsOf(members),
  )
  return consultationLine(staff, { record, opinions: [], beyond: false }, head)
}

/** Staff ids of those who can look in by themselves. */
export const accountsOf = (members: readonly ConsultationMember[]): readonly string[] => [
  ...new Set(members.flatMap(({ staff }) => staff ?? [])),
]

export function mustBeDistinct(members: readonly ConsultationMember[]): void {
  if (new Set(members.map(({ id }) => id)).size < members.length)
    throw problem('bad_request', { field: 'members' })
}

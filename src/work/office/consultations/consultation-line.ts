import {
  type Consultation,
  maskName,
  materialsFor,
  type Opinion,
  VOTES,
} from '../../../core/casework/consultation.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { ConsultationLine, KeptConsultation, ShownOpinion } from '../../ports/consultations.ts'
import type { FileRecord, HouseholdHead } from '../../ports/household-files.ts'

/** A conference as this person may read it: from beyond the street without name, file and foreign papers. */
export function consultationLine(
  staff: Staff,
  { record, opinions, beyond }: KeptConsultation,
  head: HouseholdHead | undefined,
): ConsultationLine {
  const body = record.body as (Consultation & { readonly name?: string | null }) | null
  const { comparable } = record.detail
  return {
    record,
    body: body && beyond ? { ...body, materials: materialsFor(body, staff.id) } : body,
    opinions: opinions.map(shownOpinion),
    comparable: Array.isArray(comparable) ? comparable.map(String) : [],
    beyond,
    where: {
      household: beyond ? null : record.household,
      number: beyond ? null : (head?.number ?? null),
      name: beyond ? maskName(body?.name ?? null) : (head?.name ?? body?.name ?? null),
      street: typeof record.detail.street === 'string' ? record.detail.street : null,
    },
  }
}

export function shownOpinion({ id, version, detail, body, by }: FileRecord): ShownOpinion {
  const { words = '' } = (body ?? {}) as { readonly words?: string }
  const vote = VOTES.find((each) => each === detail.vote) ?? 'abstain'
  const opinion: Opinion = {
    member: typeof detail.member === 'string' ? detail.member : '',
    forThem: detail.forThem === true,
    ...{ vote, words },
  }
  return { ...opinion, id, version, by }
}

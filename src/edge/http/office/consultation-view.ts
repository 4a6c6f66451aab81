import type { ConsultationView } from '../../../core/contract/office/consultation.ts'
import type { ConsultationLine } from '../../../work/ports/consultations.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'

/** A case conference as the browser is given it. */
export function consultationView(line: ConsultationLine, gate: Gate): ConsultationView {
  const { record, body, where, comparable, beyond } = line
  const { id, version, state, dueOn, owner, at } = record
  return {
    ...{ id, version, state, dueOn, owner, comparable, beyond },
    question: body?.question ?? null,
    minutes: body?.minutes ?? '',
    members: body?.members ?? [],
    materials: body?.materials ?? [],
    facts: body?.facts ?? null,
    conclusion: body?.conclusion ?? null,
    opinions: line.opinions.map(({ version: _, ...opinion }) => opinion),
    ...where,
    street: where.street === null ? null : (gate.placeName(where.street) ?? where.street),
    at: iso(at),
  }
}

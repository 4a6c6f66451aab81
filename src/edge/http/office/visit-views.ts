import type { HouseholdBrief } from '../../../core/contract/office/visit.ts'
import type { HouseholdHead } from '../../../work/ports/household-files.ts'
import type { Gate } from '../parts.ts'

/** A household in a line of a list. */
export function briefOf(head: HouseholdHead, gate: Pick<Gate, 'placeName'>): HouseholdBrief {
  const { id, number, name, street, committee, grade, adviser } = head
  const place = (code: string | null) =>
    code === null ? null : { code, name: gate.placeName(code) ?? code }
  return { id, number, name, street: place(street), committee: place(committee), grade, adviser }
}

/** A text of what was written; empty after an erasure. */
export function textOf(body: unknown, name: string): string {
  const value = partOf(body, name)
  return typeof value === 'string' ? value : ''
}

/** A part of what was written, as it is. */
export function partOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? (body as Readonly<Record<string, unknown>>)[name]
    : undefined
}

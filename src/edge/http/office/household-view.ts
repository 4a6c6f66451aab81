import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { HouseholdHead } from '../../../work/ports/household-files.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'

/** The head of a file as the browser is given it. */
export function householdView(head: HouseholdHead, gate: Gate): HouseholdView {
  const place = (code: string | null) =>
    code === null ? null : { code, name: gate.placeName(code) ?? code }
  return {
    ...head,
    street: place(head.street),
    committee: place(head.committee),
    cases: head.cases.map((each) => ({ ...each, openedAt: iso(each.openedAt) })),
    openedAt: iso(head.openedAt),
  }
}

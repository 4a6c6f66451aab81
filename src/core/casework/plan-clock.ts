import type { Calendar } from '../routing/calendar.ts'
import { type Clocks, dueAt } from '../routing/clocks.ts'
import { clockClass, type Urgency } from '../routing/urgency.ts'
import type { Instant } from '../time.ts'

/** Of a case whose assessment was confirmed and whose household has no plan in force yet. */
export type Planless = {
  readonly confirmedAt: Instant
  readonly urgency: Urgency
  readonly crisis: string | null
  readonly grade: string | null
}

/** Until when a plan is to be in force (方案): the clock starts with the confirmed assessment, and the approval stops it. */
export function planDue(
  { confirmedAt, urgency, crisis, grade }: Planless,
  clocks: Clocks,
  calendar: Calendar,
): Instant {
  const tier = crisis === 'high' || crisis === 'imminent' ? crisis : 'none'
  const kind = clockClass({ tier, urgency, ...(grade === null ? {} : { grade }) })
  return dueAt(confirmedAt, clocks.classes[kind].plan, clocks.office, calendar)
}

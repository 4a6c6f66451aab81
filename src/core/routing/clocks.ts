import { atShanghai, DAY, type Day, HOUR, type Instant, MINUTE, shanghai } from '../time.ts'
import { addWorking, type Calendar, type OfficeHours, workingDay } from './calendar.ts'
import type { ClockClass } from './urgency.ts'

/** acknowledge 接手, first_contact 首次联系, visit 入户核实, plan 方案. */
export const CLOCKS = ['acknowledge', 'first_contact', 'visit', 'plan'] as const

export type Clock = (typeof CLOCKS)[number]

/**
 * How long a clock runs. `minute`, `hour` and `day` pass always; the working ones only in office
 * hours; `same_day` ends at an hour of the opening day, but not before `least` hours have passed.
 */
export type Span =
  | { readonly unit: 'minute' | 'hour' | 'day'; readonly count: number }
  | { readonly unit: 'working_hour' | 'working_day'; readonly count: number }
  | { readonly unit: 'same_day'; readonly until: number; readonly least: number }

/** After how long the household is visited or called again (回访). */
export type Rhythm = { readonly unit: 'day' | 'month'; readonly count: number }

export type Clocks = {
  readonly office: OfficeHours
  readonly classes: Readonly<Record<ClockClass, Readonly<Record<Clock, Span>>>>
  readonly followUp: Readonly<Record<ClockClass, Rhythm>>
  /** How long a reminder may wait for its answer (回复). */
  readonly answers: { readonly reminder: Span }
  /** Shares of a clock at which somebody is told: the owner, the street, the district. */
  readonly remind: { readonly owner: number; readonly street: number; readonly district: number }
}

/** When each clock of a case ends if it starts at `openedAt`. */
export function dueTimes(
  openedAt: Instant,
  kind: ClockClass,
  clocks: Clocks,
  calendar: Calendar,
): Record<Clock, Instant> {
  const due = (clock: Clock) =>
    dueAt(openedAt, clocks.classes[kind][clock], clocks.office, calendar)
  return {
    acknowledge: due('acknowledge'),
    first_contact: due('first_contact'),
    visit: due('visit'),
    plan: due('plan'),
  }
}

/** The end of one clock. The visit starts with the claim, the plan with the confirmed assessment. */
export function dueAt(
  start: Instant,
  span: Span,
  office: OfficeHours,
  calendar: Calendar,
): Instant {
  switch (span.unit) {
    case 'minute':
      return start + span.count * MINUTE
    case 'hour':
      return start + span.count * HOUR
    case 'day':
      return start + span.count * DAY
    case 'working_hour':
      return addWorking(start, span.count * HOUR, calendar, office)
    case 'working_day':
      return addWorking(start, span.count * workingDay(office), calendar, office)
    case 'same_day':
      return Math.max(start + span.least * HOUR, atShanghai(shanghai(start).day, span.until))
    default:
      return span satisfies never
  }
}

/** When the owner, the street and the district are told that a clock runs out (75, 100, 150 %). */
export function reminders(start: Instant, due: Instant, clocks: Clocks): Record<Warned, Instant> {
  const at = (share: number) => start + Math.round((due - start) * share)
  const { owner, street, district } = clocks.remind
  return { owner: at(owner), street: at(street), district: at(district) }
}

export type Warned = 'owner' | 'street' | 'district'

/** A due time as the parts of a promise: 今天 17:00 前, 明天 11:30 前, 星期三 11:30 前. */
export type SaidDue = {
  readonly kind: 'now' | 'today' | 'tomorrow' | 'later'
  readonly day: Day
  readonly weekday: number
  readonly hour: number
  readonly minute: number
}

/** `now` within the hour: a crisis is promised 马上, not 今天 10:12. */
export function sayDue(now: Instant, due: Instant): SaidDue {
  const at = shanghai(due)
  const today = shanghai(now).day
  return { kind: kindOf(now, due, today, at.day), ...at }
}

function kindOf(now: Instant, due: Instant, today: Day, day: Day): SaidDue['kind'] {
  if (due - now <= HOUR) return 'now'
  if (day === today) return 'today'
  return day === shanghai(now + DAY).day ? 'tomorrow' : 'later'
}

import { type Calendar, isWorkingDay, workingDayFrom } from '../routing/calendar.ts'
import { addMonths } from '../routing/follow-up.ts'
import { addDays, type Day } from '../time.ts'
import type { MeasureRhythm } from './plan.ts'
import type { After } from './plan-book.ts'

/** The day that lies this long after another; always one on which people work. */
export function dayAfter(from: Day, { unit, count }: After, calendar: Calendar): Day {
  switch (unit) {
    case 'day':
      return workingDayFrom(addDays(from, count), calendar)
    case 'month':
      return workingDayFrom(addMonths(from, count), calendar)
    case 'working_day':
      return workingDaysAfter(from, count, calendar)
    default:
      return unit satisfies never
  }
}

/** When a series is due again after a day on which it was due; null = it is over. */
export function nextInSeries(
  due: Day,
  every: MeasureRhythm,
  until: Day | null,
  calendar: Calendar,
): Day | null {
  const step = STEPS[every]
  if (!step) return null
  const next = dayAfter(due, step, calendar)
  return until !== null && next > until ? null : next
}

const STEPS: Readonly<Partial<Record<MeasureRhythm, After>>> = {
  weekly: { unit: 'day', count: 7 },
  biweekly: { unit: 'day', count: 14 },
  monthly: { unit: 'month', count: 1 },
  quarterly: { unit: 'month', count: 3 },
}

function workingDaysAfter(from: Day, count: number, calendar: Calendar): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left--
  }
  return day
}

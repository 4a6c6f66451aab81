import { addDays, atShanghai, type Day, HOUR, type Instant, MINUTE, shanghai } from '../time.ts'

/** Which days the offices of a city work. */
export type Calendar = {
  /** Public holidays (法定节假日), days on which nobody works though it is no weekend. */
  readonly holidays: ReadonlySet<Day>
  /** Make-up working days (调休上班), weekends on which everybody works. */
  readonly workdays: ReadonlySet<Day>
}

/** Office hours in minutes after midnight, without a break at noon: a clock is not a time sheet. */
export type OfficeHours = { readonly from: number; readonly to: number }

/** The longest holiday with its weekends is under two weeks; a calendar that closes longer is wrong. */
const FARTHEST = 60

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (calendar.workdays.has(day)) return true
  if (calendar.holidays.has(day)) return false
  return shanghai(atShanghai(day)).weekday <= 5
}

export function isOpen(now: Instant, calendar: Calendar, office: OfficeHours): boolean {
  const { day, hour, minute } = shanghai(now)
  const at = hour * 60 + minute
  return isWorkingDay(day, calendar) && at >= office.from && at < office.to
}

/** `now` when the office is open, else when it opens next. */
export function nextOpen(now: Instant, calendar: Calendar, office: OfficeHours): Instant {
  if (isOpen(now, calendar, office)) return now
  const today = shanghai(now).day
  for (let ahead = 0; ahead < FARTHEST; ahead++) {
    const day = addDays(today, ahead)
    const opens = atShanghai(day) + office.from * MINUTE
    if (opens > now && isWorkingDay(day, calendar)) return opens
  }
  return now + FARTHEST * 24 * HOUR
}

/** `duration` milliseconds of office time after `from`; lands in office hours or at closing time. */
export function addWorking(
  from: Instant,
  duration: number,
  calendar: Calendar,
  office: OfficeHours,
): Instant {
  let at = nextOpen(from, calendar, office)
  let left = duration
  for (;;) {
    const closes = atShanghai(shanghai(at).day) + office.to * MINUTE
    if (left <= closes - at) return at + left
    left -= closes - at
    at = nextOpen(closes, calendar, office)
  }
}

/** One working day (工作日) of office time, in milliseconds. */
export const workingDay = (office: OfficeHours): number => (office.to - office.from) * MINUTE

/** The day itself when people work on it, else the next working day. */
export function workingDayFrom(day: Day, calendar: Calendar): Day {
  for (let ahead = 0; ahead < FARTHEST; ahead++) {
    const candidate = addDays(day, ahead)
    if (isWorkingDay(candidate, calendar)) return candidate
  }
  return day
}

import { type Calendar, isWorkingDay } from '../routing/calendar.ts'
import { addDays, type Day } from '../time.ts'

/** The day that is so many working days later; the day itself does not count (期间开始之日不计入). */
export function workingDaysAfter(from: Day, count: number, calendar: Calendar): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

import { type Day, type Instant, shanghai } from '../../time.ts'
import { distance } from './distance.ts'
import { festivalDay } from './festival.ts'
import { monthOf } from './month-day.ts'
import { nearDay } from './near-day.ts'
import { weekdayOf } from './weekday.ts'
import { yearOf } from './year.ts'

/** Days as people say them, seen from today. `text` has Arabic numerals, `raw` those of the message. */
export function spokenDay(text: string, raw: string, now: Instant): Day | undefined {
  const { day: today, weekday } = shanghai(now)
  return (
    nearDay(text, today) ??
    weekdayOf(text, today, weekday) ??
    monthOf(text, today) ??
    distance(text, today) ??
    festivalDay(raw, today) ??
    yearOf(text, today)
  )
}

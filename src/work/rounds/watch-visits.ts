import { addDays, DAY, type Instant, shanghai } from '../../core/time.ts'
import type { VisitWatch } from '../ports/visit-watch.ts'

/** Days before a visit on which the bot asks how it goes (回访前问一问). */
const ASKED_BEFORE = 2

/** Days after closing on which it asks whether it went well (domain facts: satisfaction call after 7 days). */
const ASKED_AFTER = 7

/** Later than this nobody remembers what was meant: a house that was off asks no more. */
const ASKED_AT_LATEST = 14

/** Hours in which the house writes to residents of its own accord. */
const POLITE = { from: 9, to: 18 }

/** Reminders that ran out and measures that are due at any time; questions to residents by day. */
export async function watchVisits(watch: VisitWatch, now: Instant): Promise<number> {
  const late = await watch.escalate(now)
  const kept = (await watch.keepAnswers(now)) + (await watch.ringMeasures(now))
  const { day, hour } = shanghai(now)
  if (hour < POLITE.from || hour >= POLITE.to) return late + kept
  const before = await watch.askBefore(now, addDays(day, ASKED_BEFORE))
  const after = await watch.askAfter(now, now - ASKED_AT_LATEST * DAY, now - ASKED_AFTER * DAY)
  return late + kept + before + after
}

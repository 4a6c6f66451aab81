import type { Day, Instant } from '../../core/time.ts'

/** What the house sees to by itself around visits. Each call may run beside another process. */
export type VisitWatch = {
  /** Reminders whose clock ran out go to those who lead; gives how many. */
  readonly escalate: (now: Instant) => Promise<number>
  /** Measures that are due tomorrow or today: their owners are called, once each; gives how many. */
  readonly ringMeasures: (now: Instant) => Promise<number>
  /** Visits due until this day, before which the bot asks; each is ordered once. */
  readonly askBefore: (now: Instant, until: Day) => Promise<number>
  /** What residents answered to that stands in the follow-up; who said worse is due at once. */
  readonly keepAnswers: (now: Instant) => Promise<number>
  /** Cases closed between these moments, whose residents are asked whether it went well; each once. */
  readonly askAfter: (now: Instant, from: Instant, to: Instant) => Promise<number>
}

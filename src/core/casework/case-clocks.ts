import type { Urgency } from '../routing/urgency.ts'
import type { Instant } from '../time.ts'

/** Tries after which the clock of the first contact waits for the resident (experience: 已试 2 次, 暂停). */
const TRIES_THAT_PAUSE = 2

export type ClockState = {
  readonly due: Instant
  readonly met: Instant | null
  readonly breached: boolean
  readonly paused: boolean
}

export type Clocked = {
  readonly urgency: Urgency
  readonly crisis: string | null
  readonly acknowledgeDue: Instant
  readonly acknowledgedAt: Instant | null
  readonly contactDue: Instant
  readonly contactedAt: Instant | null
  readonly tries: number
}

/** Both clocks of a case (接手, 首次联系) as they stand now. */
export function caseClocks(row: Clocked, now: Instant) {
  const paused = row.contactedAt === null && isPaused(row)
  const acknowledge = clock(row.acknowledgeDue, row.acknowledgedAt, false, now)
  const contact = clock(row.contactDue, row.contactedAt, paused, now)
  const running = [acknowledge, contact].filter(({ met, breached }) => met === null && breached)
  return { acknowledge, contact, breached: running.length > 0 }
}

/** Nobody is left alone by a pause: where it is urgent the clock goes on. */
function isPaused({ urgency, crisis, tries }: Clocked): boolean {
  return tries >= TRIES_THAT_PAUSE && urgency === 'normal' && crisis === null
}

function clock(due: Instant, met: Instant | null, paused: boolean, now: Instant): ClockState {
  return { due, met, paused, breached: !paused && (met ?? now) > due }
}

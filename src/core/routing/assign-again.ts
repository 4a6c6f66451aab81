import { HOUR, type Instant } from '../time.ts'

/** Why the house offers a case again (重新派): not opened in time, owner away, owner off duty, nobody called. */
const AGAIN_WHYS = ['unaccepted', 'on_leave', 'off_duty', 'silent'] as const

export type AgainWhy = (typeof AGAIN_WHYS)[number]

export type HeldCase = {
  readonly claimedAt: Instant
  /** Until when an assigned case must be opened; null = taken by hand. */
  readonly acceptDue: Instant | null
  readonly acknowledgedAt: Instant | null
  readonly contactDue: Instant
  readonly contactedAt: Instant | null
  /** Logged tries to reach the resident. */
  readonly tries: number
  readonly snoozedUntil: Instant | null
}

export type Owner = {
  readonly onDuty: boolean
  readonly away: boolean
  /** When the roster has this one next; null = not known. */
  readonly backAt: Instant | null
}

/** Time for a first call after taking a case whose clock had run out before (proposed). */
const FIRST_CALL = HOUR

/**
 * Whether a case must find another adviser. Only before the first contact: afterwards the two know each other, and
 * moving the case is a person's decision.
 */
export function whyAgain(held: HeldCase, owner: Owner, now: Instant): AgainWhy | null {
  if (held.contactedAt !== null) return null
  if (held.acknowledgedAt === null && held.acceptDue !== null && held.acceptDue < now) {
    return 'unaccepted'
  }
  if (owner.away && !owner.onDuty) return 'on_leave'
  const late = Math.max(held.contactDue, held.claimedAt + FIRST_CALL) < now
  if (!owner.onDuty && (late || held.contactDue < (owner.backAt ?? now))) return 'off_duty'
  const aside = held.snoozedUntil !== null && held.snoozedUntil > now
  return late && held.tries === 0 && !aside ? 'silent' : null
}

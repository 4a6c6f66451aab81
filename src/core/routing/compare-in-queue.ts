import type { Instant } from '../time.ts'
import { URGENCIES, type Urgency } from './urgency.ts'

/** What the place in the queue depends on. */
export type Queued = {
  readonly id: string
  /** A crisis of tier high or imminent that nobody has acknowledged yet. */
  readonly crisisOpen: boolean
  /** When a clock ran out; absent = none did. */
  readonly breachedAt?: Instant
  readonly urgency: Urgency
  /** When the first contact is due. */
  readonly due: Instant
  /** The most points of 12 that the answers so far allow; absent = not assessed. */
  readonly points?: number
  readonly openedAt: Instant
}

/**
 * The one order of every queue (待领取): crisis not acknowledged, clock breached (longest first),
 * urgency, due, points, opened; the id last, so that no two rows are equal. In SQL over help_case:
 *
 *     ORDER BY crisis_rank, breached_at ASC NULLS LAST, urgency_rank, contact_due ASC,
 *              points_high DESC NULLS LAST, opened_at ASC, id ASC
 *
 * where crisis_rank is 0 for an open crisis, else 1, and urgency_rank is 0 now, 1 same_day, 2 normal.
 */
export function compareInQueue(a: Queued, b: Queued): number {
  return (
    Number(b.crisisOpen) - Number(a.crisisOpen) ||
    order(a.breachedAt ?? Number.MAX_SAFE_INTEGER, b.breachedAt ?? Number.MAX_SAFE_INTEGER) ||
    URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
    order(a.due, b.due) ||
    order(b.points ?? -1, a.points ?? -1) ||
    order(a.openedAt, b.openedAt) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  )
}

/** Which of the reasons put `a` before `b`, for the hover text 为什么排在这里. */
export function whyBefore(a: Queued, b: Queued): QueueReason {
  if (a.crisisOpen !== b.crisisOpen) return 'crisis'
  if (a.breachedAt !== b.breachedAt) return 'breached'
  if (a.urgency !== b.urgency) return 'urgency'
  if (a.due !== b.due) return 'due'
  if (a.points !== b.points) return 'points'
  return 'opened'
}

export type QueueReason = 'crisis' | 'breached' | 'urgency' | 'due' | 'points' | 'opened'

const order = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)

import { DAY, HOUR, type Instant } from '../../../core/time.ts'
import { openShortMemory } from '../../short-memory.ts'

/**
 * open: may be written to. blocked: LINE takes messages for them and drops them without a word.
 * standby: another service, or a person in LINE's own chat, has the floor.
 */
type Stance = 'open' | 'blocked' | 'standby'

/** How each person stands to us, by the newest event: events may arrive late and out of order. */
export type Stances = {
  readonly learn: (user: string, stance: Stance, at: Instant, now: Instant) => void
  /** False: nothing was heard of them since this process began. */
  readonly knows: (user: string, now: Instant) => boolean
  readonly of: (user: string, now: Instant) => Stance
}

/** About 100 bytes each. */
const MOST = 50_000
/** LINE tells of a block once, when it happens. */
const AGE = 365 * DAY
/** The end of somebody else's turn may go unheard. */
const STANDBY = 12 * HOUR

export function openStances(): Stances {
  const known = openShortMemory<{ readonly stance: Stance; readonly at: Instant }>(MOST, AGE)
  return {
    learn: (user, stance, at, now) => {
      if ((known.get(user, now)?.at ?? 0) <= at) known.set(user, { stance, at }, now)
    },
    knows: (user, now) => known.get(user, now) !== undefined,
    of: (user, now) => {
      const last = known.get(user, now)
      if (!last || (last.stance === 'standby' && now - last.at > STANDBY)) return 'open'
      return last.stance
    },
  }
}

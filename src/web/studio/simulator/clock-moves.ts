import { type Move, waitFor } from '../../../core/dialog/rehearse/moves.ts'
import { addDays, atShanghai, HOUR, type Instant, SECOND, shanghai } from '../../../core/time.ts'

/** How the clock of a rehearsal is turned on; words are in `clock.<id>`. */
export const CLOCK_TURNS = ['silence', 'morning', 'hours', 'night', 'weekend'] as const

export type ClockTurn = (typeof CLOCK_TURNS)[number]

/** Time to pass until then; null where nothing would come. */
export function turnClock(turn: ClockTurn, now: Instant, wakeAt: Instant | null): Move | null {
  const until = instantOf(turn, now, wakeAt)
  return until === null ? null : waitFor(until - now)
}

function instantOf(turn: ClockTurn, now: Instant, wakeAt: Instant | null): Instant | null {
  const { day, weekday } = shanghai(now)
  switch (turn) {
    case 'silence':
      return wakeAt === null ? null : Math.max(wakeAt, now) + SECOND
    case 'morning':
      return atShanghai(addDays(day, 1), 8)
    case 'hours':
      return now + 20 * HOUR
    case 'night':
      return next(atShanghai(day, 23), now)
    case 'weekend':
      return next(atShanghai(addDays(day, 6 - weekday), 10), now, 7)
    default:
      return turn satisfies never
  }
}

/** That time, or the same so many days later when it is past. */
const next = (at: Instant, now: Instant, days = 1): Instant =>
  at > now ? at : at + days * 24 * HOUR

const WEEKDAY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', weekday: 'long' })

/** 2026-11-20 星期五 09:05 */
export function sayInstant(at: Instant): string {
  const { day, hour, minute } = shanghai(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day} ${WEEKDAY.format(at)} ${two(hour)}:${two(minute)}`
}

/** As the beginning of a talk has it: 2026-11-20T09:05+08:00. */
export function beginAt(at: Instant): string {
  const { day, hour, minute } = shanghai(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${two(hour)}:${two(minute)}+08:00`
}

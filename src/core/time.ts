/** Time as a value. Core never reads a clock: every `now` is handed in. */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** China has had one offset and no summer time since 1991-09-15 (GB/T 7408; IANA Asia/Shanghai). */
const SHANGHAI_OFFSET = 8 * HOUR

export type LocalTime = {
  readonly day: Day
  readonly hour: number
  readonly minute: number
  /** 1 = Monday … 7 = Sunday, as in ISO 8601. */
  readonly weekday: number
}

/** The wall clock in Shanghai at an instant. */
export function shanghai(now: Instant): LocalTime {
  const shifted = new Date(now + SHANGHAI_OFFSET)
  return {
    day: shifted.toISOString().slice(0, 10),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: ((shifted.getUTCDay() + 6) % 7) + 1,
  }
}

/** The instant of a Shanghai wall-clock time. */
export function atShanghai(day: Day, hour = 0, minute = 0): Instant {
  return Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET + hour * HOUR + minute * MINUTE
}

/** The day `count` days later (or earlier, when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
}

import { atShanghai, type Instant, MINUTE, shanghai } from '../../../../core/time.ts'

/** `23:10` of today in Shanghai, or a whole time with its offset; undefined when it is neither. */
export function startAt(text: string | undefined, now: Instant): Instant | undefined {
  if (text === undefined) return now
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (clock) return atShanghai(shanghai(now).day, Number(clock[1])) + Number(clock[2]) * MINUTE
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}

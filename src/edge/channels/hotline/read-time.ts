import { addDays, atShanghai, type Instant, MINUTE, SECOND } from '../../../core/time.ts'

const LOCAL =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2})[:：时](\d{1,2})分?(?:[:：](\d{1,2}))?)?$/

/**
 * A moment as offices write it: 2026-11-21 09:05, 2026/11/21 9:05:30, 2026年11月21日, in Shanghai time; or
 * with its own zone (2026-11-21T01:05:00Z). A day alone begins at midnight. Null for anything else.
 */
export function readTime(text: string): Instant | null {
  const parts = LOCAL.exec(text.trim())
  if (parts === null) return zoned(text.trim())
  const [year = '', month = '', day = '', hour = 0, minute = 0, second = 0] = parts.slice(1)
  const date = `${year}-${two(month)}-${two(day)}`
  const exists = isDay(date) && +hour < 24 && +minute < 60 && +second < 60
  return exists ? atShanghai(date, +hour, +minute) + +second * SECOND : null
}

const two = (digits: string) => digits.padStart(2, '0')

/** 31 February is no day. */
const isDay = (date: string) =>
  !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && addDays(date, 0) === date

function zoned(text: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.floor(at / SECOND) * SECOND
}

/** A day named as a limit lasts until its end. */
export function readLimit(text: string): Instant | null {
  const at = readTime(text)
  if (at === null || /\d[:：时]/.test(text)) return at
  return at + 24 * 60 * MINUTE - SECOND
}

import { DAY, HOUR, MINUTE, SECOND } from '../../../core/time.ts'
import { say } from '../../shared/texts.ts'

/** Milliseconds in words: `首次联系还剩 1 小时 40 分`, `接手超时 22 分钟`. */
export function lengthWords(name: string, left: number): string {
  const values = { name: say(`clock.${name}`), time: timeWords(Math.abs(left)) }
  return say(left < 0 ? 'clock.breached' : 'clock.left', values)
}

/** Seconds are told only in the last five minutes: a list full of moving digits cannot be read. */
const CLOSE = 5 * MINUTE

export function timeWords(length: number): string {
  const days = Math.floor(length / DAY)
  const hours = Math.floor(length / HOUR)
  const minutes = Math.floor(length / MINUTE)
  if (days > 0) return say('clock.days', { days, hours: hours % 24 })
  if (hours > 0) return say('clock.hours', { hours, minutes: minutes % 60 })
  if (length >= CLOSE) return say('clock.minutes', { minutes })
  return say('clock.seconds', { minutes, seconds: two(Math.floor(length / SECOND) % 60) })
}

const two = (value: number) => String(value).padStart(2, '0')

/** `02:14`, `1:05:09`: a clock that counts up. */
export function stopwatch(length: number): string {
  const seconds = Math.max(0, Math.floor(length / SECOND))
  const hours = Math.floor(seconds / 3_600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

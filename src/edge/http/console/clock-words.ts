import { DAY, HOUR, type Instant, MINUTE, shanghai } from '../../../core/time.ts'
import type { WaitingCase } from '../../../work/ports/desk.ts'
import type { Texts } from '../texts.ts'

/** The first contact should have been made by now and was not. */
export function isBreached(row: WaitingCase, now: Instant): boolean {
  return row.contactedAt === null && row.contactDue < now
}

/** The clock of the first contact in words: `超时 22 分钟`, `还剩 1 小时 40 分`, `已联系`. */
export function clockWords(row: WaitingCase, now: Instant, { say }: Texts): string {
  if (row.contactedAt !== null) return say('clock.done')
  const left = row.contactDue - now
  const time = lengthWords(Math.abs(left), say)
  return say(left < 0 ? 'clock.breached' : 'clock.left', { time })
}

function lengthWords(length: number, say: Texts['say']): string {
  const minutes = Math.floor(length / MINUTE)
  const hours = Math.floor(length / HOUR)
  const days = Math.floor(length / DAY)
  if (days > 0) return say('clock.days', { days, hours: hours % 24 })
  if (hours > 0) return say('clock.hours', { hours, minutes: minutes % 60 })
  return say('clock.minutes', { minutes })
}

/** `11-21 09:05` in Shanghai. */
export function momentWords(at: Instant): string {
  const { day, hour, minute } = shanghai(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.slice(5)} ${two(hour)}:${two(minute)}`
}

import { DAY, HOUR, type Instant, MINUTE, shanghai } from '../../../core/time.ts'
import type { WaitingCase } from '../../../work/ports/desk.ts'
import type { Texts } from '../texts.ts'

type RunningClock = { readonly name: 'acknowledge' | 'contact'; readonly due: Instant }

/** The clock that ends first: being taken (接手), or the first contact (首次联系); null when both are met. */
function runningClock(row: WaitingCase): RunningClock | null {
  const acknowledge = { name: 'acknowledge', due: row.acknowledgeDue } as const
  const contact = { name: 'contact', due: row.contactDue } as const
  if (row.contactedAt !== null) return row.claimed ? null : acknowledge
  return row.claimed || contact.due < acknowledge.due ? contact : acknowledge
}

/** A clock ran out: what should have been done by now was not. */
export function isBreached(row: WaitingCase, now: Instant): boolean {
  const clock = runningClock(row)
  return clock !== null && clock.due < now
}

/** The running clock in words: `接手超时 22 分钟`, `首次联系还剩 1 小时 40 分`, `已联系`. */
export function clockWords(row: WaitingCase, now: Instant, { say }: Texts): string {
  const clock = runningClock(row)
  if (!clock) return say('clock.done')
  const left = clock.due - now
  const time = lengthWords(Math.abs(left), say)
  const name = say(`clock.${clock.name}`)
  return say(left < 0 ? 'clock.breached' : 'clock.left', { name, time })
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

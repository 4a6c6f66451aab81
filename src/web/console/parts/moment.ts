import { shanghai } from '../../../core/time.ts'
import { say } from '../../shared/texts.ts'
import { serverNow } from '../api/server-time.ts'

/** `今天 09:05`, `11-20 21:40`, `2025-12-31 08:00` in Shanghai. */
export function moment(iso: string): string {
  const { day, hour, minute } = shanghai(Date.parse(iso))
  const today = shanghai(serverNow()).day
  const time = `${two(hour)}:${two(minute)}`
  if (day === today) return say('moment.today', { time })
  return `${day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day} ${time}`
}

const two = (value: number) => String(value).padStart(2, '0')

import { shanghai } from '../../../core/time.ts'

/** `2026-11-22 08:17` in Shanghai: on paper a word like today means nothing. */
export function fullMoment(iso: string): string {
  const { day, hour, minute } = shanghai(Date.parse(iso))
  return `${day} ${two(hour)}:${two(minute)}`
}

const two = (value: number) => String(value).padStart(2, '0')

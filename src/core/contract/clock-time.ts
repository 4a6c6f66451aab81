import { shanghai } from '../time.ts'

/** `09:05` in Shanghai. */
export function clockTime(iso: string): string {
  const { hour, minute } = shanghai(Date.parse(iso))
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

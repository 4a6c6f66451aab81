import type { Day } from '../../time.ts'
import { isDay } from '../slots/id-number.ts'

/** 51 → 1951, 12 → 2012: two digits mean the latest such year that is not in the future. */
export function fullYear(digits: string, today: Day): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return 2000 + year > Number(today.slice(0, 4)) ? 1900 + year : 2000 + year
}

export function nextOf(today: Day, month: number, dayOfMonth: number): Day | undefined {
  const year = Number(today.slice(0, 4))
  const here = made(year, month, dayOfMonth)
  return here !== undefined && here >= today ? here : made(year + 1, month, dayOfMonth)
}

export function firstOf(year: number, month: number): Day {
  const index = year * 12 + month - 1
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

export function made(year: number, month: number, dayOfMonth: number): Day | undefined {
  return checked(`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)
}

export function checked(day: string): Day | undefined {
  return isDay(day) ? day : undefined
}

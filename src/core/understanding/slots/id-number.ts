import { type Day, type Instant, shanghai } from '../../time.ts'
import { spokenDigits } from '../numbers/digits.ts'
import type { Slots } from '../understood.ts'

/** GB 11643-1999: weights of the first 17 digits and the check character for each remainder by 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
/** GB/T 2260: the provinces' codes lie between 11 and 83. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** An identity number (身份证号): real check character, real day, not in the future. */
export function readIdNumber(text: string, now: Instant): Slots {
  const found = /\d(?:[\s-]?\d){9,24}[\s-]?x?/iu.exec(spokenDigits(text))
  if (found === null) return {}
  const id = found[0].replace(/[\s-]/gu, '').toUpperCase()
  return { id_number: id, id_number_valid: isIdNumber(id, now) }
}

function isIdNumber(id: string, now: Instant): boolean {
  if (!/^\d{17}[\dX]$/.test(id) || !PROVINCE.test(id)) return false
  const day = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDay(day) || day < '1900-01-01' || day > shanghai(now).day) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return CHECKS[sum % 11] === id[17]
}

/** Whether a `YYYY-MM-DD` is a day of the calendar (no 31 February). */
export function isDay(day: Day): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === day
}

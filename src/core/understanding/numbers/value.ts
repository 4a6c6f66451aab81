import { DIGITS, UNITS } from './digits.ts'

/** 一千四百五 → 1450, 2千8 → 2800, 一万二 → 12000, 三千零五 → 3005, 1.2万 → 12000, 四亿五千万. */
export function value(run: string): number {
  let total = 0
  let section = 0
  let digit: number | undefined
  let unit = 1
  let zero = false
  for (const token of run.match(/\d+(?:\.\d+)?|./gu) ?? []) {
    if (token === '廿' || token === '卅') {
      section += token === '廿' ? 20 : 30
      unit = 10
      digit = undefined
      continue
    }
    const size = UNITS[token]
    if (size === undefined) {
      const next = DIGITS[token] ?? Number(token)
      zero = next === 0
      digit = digit === undefined || zero ? next : digit * 10 + next
      continue
    }
    if (size >= 10_000) {
      total = scaled(total, section + (digit ?? 0), size)
      section = 0
    } else {
      section += (digit || 1) * size
    }
    digit = undefined
    unit = size
    zero = false
  }
  const short =
    digit !== undefined && digit < 10 && unit >= 100 && !/零[一二三四五六七八九\d]$/u.test(run)
  return total + section + (digit ?? 0) * (short ? unit / 10 : 1)
}

/** 四亿五千万: what stands before a larger unit is done; 一万万 is multiplied. */
function scaled(total: number, section: number, size: number): number {
  if (section === 0) return Math.max(total, 1) * size
  return total >= size ? total + section * size : (total + section) * size
}

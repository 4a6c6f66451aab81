import { numeral } from '../numerals.ts'
import type { Slots } from '../understood.ts'

/** 快两年了 → 24, 三个月 → 3, 一年半 → 18, 半年 → 6. Months. */
export function readDuration(text: string): Slots {
  const compact = text.replace(/\s+/gu, '')
  const found =
    /([\d零一二两三四五六七八九十几]{1,4}|半)(个半月|个多?月|多?年半|年多|来年|多年|年|个?礼拜|个?星期|周|[来多]?天)(?!前|级|底|份|初|\d)/u.exec(
      compact,
    )
  if (found === null) return {}
  const count = found[1] === '半' ? 0.5 : numeral(found[1] ?? '')?.min
  const unit = found[2] ?? ''
  if (count === undefined || count > 120 || compact[found.index - 1] === '第') return {}
  if (/年/u.test(unit))
    return { duration_months: Math.round(count * 12) + (unit.endsWith('半') ? 6 : 0) }
  if (/月/u.test(unit)) return { duration_months: unit === '个半月' ? count + 0.5 : count }
  return {
    duration_months: Math.round((/天/u.test(unit) ? count / 30 : (count * 7) / 30) * 10) / 10,
  }
}

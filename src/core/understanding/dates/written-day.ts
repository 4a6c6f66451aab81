import type { Day } from '../../time.ts'
import { fullYear, made, nextOf } from './calendar.ts'

/** 1951-03-07, 51年3月7号, 19510307, 7/3/1951, 去年三月, 3月8日; a day without a year is the next one to come. */
export function writtenDay(text: string, today: Day): Day | undefined {
  const full =
    /(?<!\d)((?:19|20)?\d{2})[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)/u.exec(text) ??
    /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/u.exec(text)
  if (full !== null) return made(fullYear(full[1] ?? '', today), Number(full[2]), Number(full[3]))
  const yearLast = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d{2})(?!\d)/u.exec(text)
  if (yearLast !== null) return made(Number(yearLast[3]), Number(yearLast[2]), Number(yearLast[1]))
  const lastYears = /(今年|去年|前年|大前年|明年)(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?/u.exec(text)
  const year = Number(today.slice(0, 4))
  if (lastYears !== null) {
    const shift = { 今年: 0, 去年: -1, 前年: -2, 大前年: -3, 明年: 1 }[lastYears[1] ?? ''] ?? 0
    return made(year + shift, Number(lastYears[2]), Number(lastYears[3] ?? 1))
  }
  const monthDay = /(?<![\d个])(\d{1,2})(?:月(?:份)?|[./])(\d{1,2})[日号]?(?![\d.])/u.exec(text)
  if (monthDay !== null) return nextOf(today, Number(monthDay[1]), Number(monthDay[2]))
  return yearMonth(text, today)
}

/** 「1951年3月」 has no day: the first stands for the month. */
function yearMonth(text: string, today: Day): Day | undefined {
  const found = /(?<!\d)((?:19|20)\d{2}|[3-9]\d)年(\d{1,2})月/u.exec(text)
  if (found === null) return undefined
  return made(fullYear(found[1] ?? '', today), Number(found[2]), 1)
}

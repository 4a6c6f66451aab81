import { addDays, type Day } from '../../time.ts'
import { numeral } from '../numerals.ts'
import { fullYear } from './calendar.ts'
import { LUNAR_YEARS } from './lunar-years.ts'

const NAMED: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12, 臘: 12 }
const LUNAR =
  /(?:(?:农历|阴历|旧历|老历)(?:的)?(?:((?:19|20)\d{2}|\d{2})年)?)?(闰)?(正|冬|腊|臘|[一二三四五六七八九十]{1,2}|1[0-2]|[1-9])月(?:(底|廿|卅|初|十|二十|三十)?([一二三四五六七八九十]{1,2}|\d{1,2})?)/u

/** 农历八月十五, 腊月廿三, 正月初五, 阴历1951年三月初七; without a year the next one to come. */
export function lunarDay(text: string, today: Day): Day | undefined {
  const found = LUNAR.exec(text)
  if (
    found === null ||
    !/农历|阴历|旧历|老历|正月|腊月|冬月|月(?:初|廿)[一二三四五六七八九十]/u.test(text)
  ) {
    return undefined
  }
  const month = NAMED[found[3] ?? ''] ?? numeral(found[3] ?? '')?.min
  const day = dayOfMonth(found[4] ?? '', found[5] ?? '')
  if (month === undefined || day === undefined) return undefined
  if (found[1] !== undefined) return solarOf(fullYear(found[1], today), month, day)
  return nextLunar(today, month, day)
}

/** The next such day of the Chinese calendar, today included. */
export function nextLunar(today: Day, month: number, day: number): Day | undefined {
  const year = Number(today.slice(0, 4))
  return [year - 1, year, year + 1]
    .map((y) => solarOf(y, month, day))
    .find((d) => d !== undefined && d >= today)
}

/** The day of the usual calendar; leap months are not asked for. Undefined outside 1920 to 2039. */
function solarOf(year: number, month: number, day: number): Day | undefined {
  const found = new RegExp(`^${year} (\\S{5}) (\\d{1,2}) ([Ls]{12,13})$`, 'mu').exec(LUNAR_YEARS)
  if (found === null || month > 12) return undefined
  const leap = Number(found[2])
  const before = month - 1 + (leap > 0 && month > leap ? 1 : 0)
  const lengths = Array.from(found[3] ?? '', (c) => (c === 'L' ? 30 : 29))
  if (day > (lengths[before] ?? 0)) return undefined
  const days = lengths.slice(0, before).reduce((sum, n) => sum + n, day - 1)
  return addDays(`${year}-${found[1]}`, days)
}

function dayOfMonth(head: string, rest: string): number | undefined {
  if (head === '底') return 29
  const tail = rest === '' ? 0 : (numeral(rest)?.min ?? Number(rest))
  const tens: Readonly<Record<string, number>> = {
    初: 0,
    十: 10,
    廿: 20,
    二十: 20,
    卅: 30,
    三十: 30,
  }
  const day = (tens[head] ?? 0) + tail
  return Number.isInteger(day) && day >= 1 && day <= 30 ? day : undefined
}

import { addDays, type Day, type Instant, shanghai } from '../../time.ts'
import { numeral, spokenDigits } from '../numerals.ts'
import type { Slots } from '../understood.ts'
import { isDay } from './id-number.ts'

/** A day this long ago is a birthday, not an appointment. */
const BIRTH_YEARS = 10

/** Days as absolute days in Asia/Shanghai: 下礼拜三下午, 下个月5号, 上个月底, 51年3月7号, 半年前. */
export function readDate(text: string, now: Instant): Slots {
  const today = shanghai(now).day
  const compact = arabic(text.replace(/\s+/gu, ''))
  const day = writtenDay(compact, today) ?? spokenDay(compact, now)
  const daypart = daypartOf(compact)
  if (day === undefined) return daypart === undefined ? {} : { daypart }
  const weekend = /周末/u.test(compact) ? { date_end: addDays(day, 1) } : {}
  const old = Number(day.slice(0, 4)) <= Number(today.slice(0, 4)) - BIRTH_YEARS
  const birth = old || /生日|出生|生于|生的/u.test(compact)
  return {
    date: day,
    ...(birth && day <= today ? { birth_date: day } : {}),
    ...weekend,
    ...(daypart === undefined ? {} : { daypart }),
  }
}

/** 快两年了 → 24, 三个月 → 3, 一年半 → 18, 半年 → 6. Months. */
export function readDuration(text: string): Slots {
  const compact = text.replace(/\s+/gu, '')
  const found =
    /([\d零一二两三四五六七八九十几]{1,4}|半)(个半月|个多?月|多?年半|年多|来年|多年|年|个?礼拜|个?星期|周|天)(?!前|级|底|份|初|\d)/u.exec(
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

/** Chinese numerals beside 年月日号天 become Arabic ones. */
function arabic(text: string): string {
  return text
    .replace(/[零〇一二三四五六七八九]{2,4}(?=年)/gu, spokenDigits)
    .replace(
      /[一二两三四五六七八九十廿卅]{1,3}(?=(?:个)?(?:月|日|号|天|年|周|礼拜|星期))/gu,
      (run, at: number, whole: string) =>
        /(?:礼拜|星期|周)$/u.test(whole.slice(0, at)) ? run : String(numeral(run)?.min ?? run),
    )
}

function writtenDay(text: string, today: Day): Day | undefined {
  const full =
    /(?<!\d)((?:19|20)?\d{2})[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)/u.exec(text) ??
    /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/u.exec(text)
  if (full !== null) return made(fullYear(full[1] ?? '', today), Number(full[2]), Number(full[3]))
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

function spokenDay(text: string, now: Instant): Day | undefined {
  const { day: today, weekday } = shanghai(now)
  return (
    nearDay(text, today) ??
    weekdayOf(text, today, weekday) ??
    monthOf(text, today) ??
    distance(text, today) ??
    holiday(text, today) ??
    yearOf(text, today)
  )
}

function nearDay(text: string, today: Day): Day | undefined {
  const found =
    /大后天|大前天|今天|今晚|今夜|明天|明晚|明早|后天|昨天|昨晚|前天|当天|马上|现在/u.exec(text)
  if (found === null) return undefined
  const shift: Record<string, number> = {
    大后天: 3,
    大前天: -3,
    明天: 1,
    明晚: 1,
    明早: 1,
    后天: 2,
    昨天: -1,
    昨晚: -1,
    前天: -2,
  }
  return addDays(today, shift[found[0]] ?? 0)
}

const WEEKDAYS = '一二三四五六日'

/** 下礼拜三 is in the next week (Monday first); a bare 礼拜三 is the next one to come, today included. */
function weekdayOf(text: string, today: Day, weekday: number): Day | undefined {
  const found =
    /(下下个?|下个?|上上个?|上个?|这个?|本)?(?:礼拜|星期|周|拜)([一二三四五六日天末1-7])(?![\d二三四五六])/u.exec(
      text,
    )
  if (found === null) return undefined
  if (/不(?:行|方便|在|要|可以|能)/u.test(text) && found[1] === undefined) return undefined
  const wanted = weekdayNumber(found[2] ?? '')
  const monday = addDays(today, 1 - weekday)
  const week = (found[1] ?? '').replace('个', '')
  if (week === '') return addDays(today, (wanted - weekday + 7) % 7)
  const weeks = { 下下: 2, 下: 1, 上: -1, 上上: -2 }[week] ?? 0
  return addDays(monday, weeks * 7 + wanted - 1)
}

function weekdayNumber(character: string): number {
  if (character === '末') return 6
  if (character === '天') return 7
  if (/\d/.test(character)) return Number(character)
  return WEEKDAYS.indexOf(character) + 1
}

/** 下个月5号, 这个月底, 上个月底, 月初; a bare 5号 is the next one to come. */
function monthOf(text: string, today: Day): Day | undefined {
  const found =
    /(下下|下|上上|上|这|本)?个?月(底|末|初|中|(?<=[下上这本]个?月)\d{1,2}[日号])/u.exec(text)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (found !== null) {
    const shift = { 下下: 2, 下: 1, 上: -1, 上上: -2 }[found[1] ?? ''] ?? 0
    const first = firstOf(year, month + shift)
    const part = found[2] ?? ''
    if (part === '底' || part === '末') return addDays(firstOf(year, month + shift + 1), -1)
    if (part === '初') return first
    if (part === '中') return addDays(first, 14)
    return checked(first.slice(0, 8) + part.slice(0, -1).padStart(2, '0'))
  }
  const bareDay = /(?<![\d月路弄楼幢栋单元-])(\d{1,2})[号日](?!楼|线|院|门|室)/u.exec(text)
  if (bareDay === null) return undefined
  const rest = `${(bareDay[1] ?? '').padStart(2, '0')}`
  const here = checked(`${today.slice(0, 8)}${rest}`)
  if (here !== undefined && here >= today) return here
  return checked(firstOf(year, month + 1).slice(0, 8) + rest)
}

/** 三天后, 两周以前, 半年前, 两年前. */
function distance(text: string, today: Day): Day | undefined {
  const found =
    /(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(个半月|个?月|年半|年|个?礼拜|个?星期|周|天|日)(?:多)?(?:之|以)?(前|后)/u.exec(
      text,
    )
  if (found === null) return undefined
  const count = found[1] === '半' ? 0.5 : (numeral(found[1] ?? '')?.min ?? 0)
  const sign = found[3] === '前' ? -1 : 1
  const unit = found[2] ?? ''
  if (/天|日/u.test(unit)) return addDays(today, sign * count)
  if (/周|礼拜|星期/u.test(unit)) return addDays(today, sign * count * 7)
  const months = /年/u.test(unit) ? count * 12 + (unit.endsWith('半') ? 6 : 0) : count
  const shifted = firstOf(
    Number(today.slice(0, 4)),
    Number(today.slice(5, 7)) + sign * Math.round(months),
  )
  const last = Number(
    addDays(firstOf(Number(shifted.slice(0, 4)), Number(shifted.slice(5, 7)) + 1), -1).slice(8),
  )
  return shifted.slice(0, 8) + String(Math.min(last, Number(today.slice(8)))).padStart(2, '0')
}

/** Public holidays with a fixed day (国办 holiday rules); those of the lunar calendar are asked. */
function holiday(text: string, today: Day): Day | undefined {
  const fixed: readonly (readonly [RegExp, number, number])[] = [
    [/元旦/u, 1, 1],
    [/五一|劳动节/u, 5, 1],
    [/六一|儿童节/u, 6, 1],
    [/国庆|十一(?!月|点|号|岁)/u, 10, 1],
    [/三八|妇女节/u, 3, 8],
  ]
  const hit = fixed.find(([pattern]) => pattern.test(text))
  return hit === undefined ? undefined : nextOf(today, hit[1], hit[2])
}

function yearOf(text: string, today: Day): Day | undefined {
  const shift = { 大前年: -3, 前年: -2, 去年: -1 }[/大前年|前年|去年/u.exec(text)?.[0] ?? '']
  if (shift !== undefined) return `${Number(today.slice(0, 4)) + shift}-01-01`
  const year = /(?<!\d)(19\d{2}|20\d{2}|[3-9]\d)年?(?:的|生|出生|$)/u.exec(text)
  return year === null ? undefined : made(fullYear(year[1] ?? '', today), 1, 1)
}

function daypartOf(text: string): 'am' | 'pm' | 'evening' | undefined {
  if (/晚上|今晚|明晚|夜里|傍晚/u.test(text)) return 'evening'
  if (/下午|午后|中午/u.test(text)) return 'pm'
  return /上午|早上|早晨|清早|明早/u.test(text) ? 'am' : undefined
}

/** 51 → 1951, 12 → 2012: two digits mean the latest such year that is not in the future. */
function fullYear(digits: string, today: Day): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return 2000 + year > Number(today.slice(0, 4)) ? 1900 + year : 2000 + year
}

function nextOf(today: Day, month: number, dayOfMonth: number): Day | undefined {
  const year = Number(today.slice(0, 4))
  const here = made(year, month, dayOfMonth)
  return here !== undefined && here >= today ? here : made(year + 1, month, dayOfMonth)
}

function firstOf(year: number, month: number): Day {
  const index = year * 12 + month - 1
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

function made(year: number, month: number, dayOfMonth: number): Day | undefined {
  return checked(`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)
}

function checked(day: string): Day | undefined {
  return isDay(day) ? day : undefined
}

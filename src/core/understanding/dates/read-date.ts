import { addDays, type Instant, shanghai } from '../../time.ts'
import { spokenDigits } from '../numbers/digits.ts'
import { numeral } from '../numerals.ts'
import type { Slots } from '../understood.ts'
import { lunarDay } from './lunar.ts'
import { spokenDay } from './spoken-day.ts'
import { weekdaysOf } from './weekday.ts'
import { writtenDay } from './written-day.ts'

/** A day this long ago is a birthday, not an appointment. */
const BIRTH_YEARS = 10

/** Days as absolute days in Asia/Shanghai: 下礼拜三下午, 下个月5号, 上个月底, 51年3月7号, 半年前. */
export function readDate(text: string, now: Instant): Slots {
  const today = shanghai(now).day
  const raw = text.replace(/\s+/gu, '')
  const compact = arabic(raw)
  const weekdays = weekdaysOf(raw)
  const day =
    'weekdays_not' in weekdays
      ? undefined
      : (lunarDay(raw, today) ?? writtenDay(compact, today) ?? spokenDay(compact, raw, now))
  const daypart = daypartOf(compact)
  if (day === undefined) return { ...weekdays, ...(daypart === undefined ? {} : { daypart }) }
  const weekend = /周末/u.test(compact) ? { date_end: addDays(day, 1) } : {}
  const old = Number(day.slice(0, 4)) <= Number(today.slice(0, 4)) - BIRTH_YEARS
  const birth = old || /生日|出生|生于|生的/u.test(compact)
  return {
    date: day,
    ...weekdays,
    ...(birth && day <= today ? { birth_date: day } : {}),
    ...weekend,
    ...(daypart === undefined ? {} : { daypart }),
  }
}

function daypartOf(text: string): 'am' | 'pm' | 'evening' | undefined {
  if (/晚上|今晚|明晚|夜里|傍晚/u.test(text)) return 'evening'
  if (/下午|午后|中午/u.test(text)) return 'pm'
  return /上午|早上|早晨|清早|明早/u.test(text) ? 'am' : undefined
}

/** Chinese numerals beside 年月日号天 become Arabic ones. */
function arabic(text: string): string {
  return (
    text
      .replace(/[零〇一二三四五六七八九]{2,4}(?=年)/gu, spokenDigits)
      .replace(
        /[一二两三四五六七八九十廿卅]{1,3}(?=(?:个)?(?:月|日|号|天|年|周|礼拜|星期))/gu,
        (run, at: number, whole: string) =>
          /(?:礼拜|星期|周)$/u.test(whole.slice(0, at)) ? run : String(numeral(run)?.min ?? run),
      )
      // 五二年八月十五: of a whole date the day may stand without 日
      .replace(/(?<=年\d{1,2}月)[一二三四五六七八九十廿卅]{1,3}(?=$|[生出的,。.!])/u, (run) =>
        String(numeral(run)?.min ?? run),
      )
  )
}

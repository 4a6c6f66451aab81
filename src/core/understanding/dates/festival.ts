import { addDays, type Day } from '../../time.ts'
import { nextOf } from './calendar.ts'
import { nextLunar } from './lunar.ts'

type Festival = {
  readonly names: RegExp
  readonly lunar?: boolean
  readonly month: number
  readonly day: number
  /** Days off from the festival on: 全国年节及纪念日放假办法, 2024. */
  readonly off: number
}

const FESTIVALS: readonly Festival[] = [
  { names: /元旦|阳历年/u, month: 1, day: 1, off: 1 },
  { names: /三八|妇女节/u, month: 3, day: 8, off: 1 },
  { names: /清明/u, month: 4, day: 5, off: 1 },
  { names: /五一|劳动节/u, month: 5, day: 1, off: 2 },
  { names: /六一|儿童节/u, month: 6, day: 1, off: 1 },
  { names: /国庆|十一(?!月|点|号|岁)/u, month: 10, day: 1, off: 3 },
  { names: /元宵|正月半/u, lunar: true, month: 1, day: 15, off: 1 },
  { names: /端午/u, lunar: true, month: 5, day: 5, off: 1 },
  { names: /七夕/u, lunar: true, month: 7, day: 7, off: 1 },
  { names: /中元|七月半/u, lunar: true, month: 7, day: 15, off: 1 },
  { names: /中秋|八月半/u, lunar: true, month: 8, day: 15, off: 1 },
  { names: /重阳/u, lunar: true, month: 9, day: 9, off: 1 },
  { names: /腊八/u, lunar: true, month: 12, day: 8, off: 1 },
  { names: /小年(?!轻|纪)/u, lunar: true, month: 12, day: 23, off: 1 },
  {
    names: /春节|过年|大?年初一|年夜|除夕|大?年三十|新年|年(?=前|后)/u,
    lunar: true,
    month: 1,
    day: 1,
    off: 3,
  },
]

/** 春节前, 国庆后, 中秋, 除夕, 年初五: the next one to come; before it, on it, or after its days off. */
export function festivalDay(text: string, today: Day): Day | undefined {
  if (/\d年(?:前|后)|[一二两三四五六七八九十半几]年(?:前|后)/u.test(text)) return undefined
  const newYear = /(?:大?年|正月)初([二三四五六七八九十])/u.exec(text)
  if (newYear !== null)
    return nextLunar(today, 1, '一二三四五六七八九十'.indexOf(newYear[1] ?? '') + 1)
  const found = FESTIVALS.find((f) => f.names.test(text))
  if (found === undefined) return undefined
  const next = found.lunar === true ? nextLunar : nextOf
  const day = next(today, found.month, found.day)
  if (day === undefined) return undefined
  if (/除夕|年三十|年夜|(?:节|庆|旦|一|秋|阳|午|明|宵|年)(?:之|以)?前/u.test(text))
    return addDays(day, -1)
  return /(?:节|庆|旦|一|秋|阳|午|明|宵|年)(?:之|以|过)?后/u.test(text)
    ? addDays(day, found.off)
    : day
}

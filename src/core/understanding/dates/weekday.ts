import { addDays, type Day } from '../../time.ts'
import type { Slots } from '../understood.ts'

const WEEKDAYS = '一二三四五六日'

/** 下礼拜三 is in the next week (Monday first); a bare 礼拜三 is the next one to come, today included. */
export function weekdayOf(text: string, today: Day, weekday: number): Day | undefined {
  const found =
    /(下下个?|下个?|上上个?|上个?|这个?|本)?(?:礼拜|星期|周|拜)([一二三四五六日天末1-7])(?![\d二三四五六])/u.exec(
      text,
    )
  if (found === null) return undefined
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

const SEVERAL =
  /(?:每个?|除了?)?(?:礼拜|星期|周)([一二三四五六日天末1-7](?:[、,和跟]?(?:礼拜|星期|周)?[一二三四五六日天末1-7]){0,6})(?:到(?:礼拜|星期|周)?([一二三四五六日天1-7]))?/u
const CANNOT =
  /不(?:行|方便|在|要|可以|能|得空|空|好|来)|没空|有事|除了?|没时间|要(?:上班|透析|化疗|康复)/u

/** 「礼拜二四六不行」 → not on 2, 4, 6; 「周一到周五可以」 → on 1 to 5. Monday is 1. */
export function weekdaysOf(text: string): Slots {
  const found = SEVERAL.exec(text)
  if (found === null) return {}
  const last = found[2] === undefined ? undefined : weekdayNumber(found[2])
  const named = [...(found[1] ?? '').matchAll(/[一二三四五六日天末1-7]/gu)].map((m) =>
    weekdayNumber(m[0]),
  )
  const first = named[0] ?? 1
  const days =
    last === undefined
      ? named
      : Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  if (CANNOT.test(text)) return { weekdays_not: days }
  return days.length > 1 ? { weekdays: days } : {}
}

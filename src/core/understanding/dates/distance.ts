import { addDays, type Day } from '../../time.ts'
import { numeral } from '../numerals.ts'
import { firstOf } from './calendar.ts'

/** 三天后, 两周以前, 半年前, 两年前. */
export function distance(text: string, today: Day): Day | undefined {
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

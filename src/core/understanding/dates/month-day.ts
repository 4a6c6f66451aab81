import { addDays, type Day } from '../../time.ts'
import { checked, firstOf } from './calendar.ts'

/** 下个月5号, 这个月底, 上个月底, 月初; a bare 5号 is the next one to come. */
export function monthOf(text: string, today: Day): Day | undefined {
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

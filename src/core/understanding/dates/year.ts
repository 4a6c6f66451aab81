import type { Day } from '../../time.ts'
import { fullYear, made } from './calendar.ts'

/** 前年, 51年的: the first of January stands for the year. */
export function yearOf(text: string, today: Day): Day | undefined {
  const shift = { 大前年: -3, 前年: -2, 去年: -1 }[/大前年|前年|去年/u.exec(text)?.[0] ?? '']
  if (shift !== undefined) return `${Number(today.slice(0, 4)) + shift}-01-01`
  const year = /(?<!\d)(19\d{2}|20\d{2}|[3-9]\d)年?(?:的|生|出生|$)/u.exec(text)
  return year === null ? undefined : made(fullYear(year[1] ?? '', today), 1, 1)
}

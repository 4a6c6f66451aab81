import { addDays, type Day } from '../../time.ts'

/** 今天, 明晚, 大前天. */
export function nearDay(text: string, today: Day): Day | undefined {
  const found =
    /大后天|大前天|今天|今晚|今夜|明天|明晚|明早|后天|昨天|昨晚|前天|当天|今日|明日|昨日|后日|马上|现在/u.exec(
      text,
    )
  if (found === null) return undefined
  const shift: Record<string, number> = {
    大后天: 3,
    大前天: -3,
    明天: 1,
    明日: 1,
    后日: 2,
    昨日: -1,
    明晚: 1,
    明早: 1,
    后天: 2,
    昨天: -1,
    昨晚: -1,
    前天: -2,
  }
  return addDays(today, shift[found[0]] ?? 0)
}

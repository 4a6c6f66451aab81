import { DAY, type Instant, shanghai } from '../../time.ts'
import type { Setting } from '../setting.ts'

/** What is younger than this needs no date beside it. */
const LATELY = 31 * DAY

/** 「（去年 3 月）」: when something was told, as people say it. Empty for what was told lately. */
export function saidAge({ house: { phrases } }: Setting, since: Instant, now: Instant): string {
  if (now - since < LATELY) return ''
  const [then = '', month = ''] = shanghai(since).day.split('-')
  const years = Number(shanghai(now).day.slice(0, 4)) - Number(then)
  const key = years === 0 ? 'age.this_year' : years === 1 ? 'age.last_year' : 'age.earlier'
  return (phrases[key] ?? '').replace('{year}', then).replace('{month}', String(Number(month)))
}

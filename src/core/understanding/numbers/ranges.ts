import type { Numeral } from '../numerals.ts'

/** 三千到四千, 2500-3000; 三到四千 and 4、5千 share the unit of the second. */
export function joinRanges(found: readonly Numeral[], text: string): readonly Numeral[] {
  const joined: Numeral[] = []
  for (const next of found) {
    const last = joined.at(-1)
    const range = last === undefined ? undefined : rangeOf(last, next, text)
    if (range === undefined) joined.push(next)
    else joined[joined.length - 1] = range
  }
  return joined
}

function rangeOf(last: Numeral, next: Numeral, text: string): Numeral | undefined {
  const between = text.slice(last.end, next.start)
  const unit = next.digits === undefined && next.min >= 10 ? unitOf(next.min) : 1
  const shares = last.max < 10 && unit > 1 && last.max * unit < next.max
  if (!/^(?:到|至|~|-|—)$/u.test(between) && !(shares && /^[、,]$/u.test(between))) return undefined
  const min = shares ? last.min * unit : last.min
  if (min > next.max || !plausible(last, next)) return undefined
  const ends = { start: last.start, end: next.end }
  return { ...ends, min, max: next.max, approx: true, digits: undefined }
}

/** 021-62345678 and 139-1700 are numbers to dial, 1951-03-07 is a day: no ranges. */
function plausible(a: Numeral, b: Numeral): boolean {
  if (a.digits === undefined || b.digits === undefined) return true
  return (
    a.digits.length <= 5 &&
    b.digits.length <= 5 &&
    !a.digits.startsWith('0') &&
    !b.digits.startsWith('0')
  )
}

function unitOf(n: number): number {
  return 10 ** Math.floor(Math.log10(n))
}

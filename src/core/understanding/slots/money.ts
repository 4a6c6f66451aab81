import type { Compiled } from '../compile.ts'
import { spokenDigits } from '../numbers/digits.ts'
import { type Numeral, numerals } from '../numerals.ts'
import type { Asked, Money } from '../understood.ts'

/** One amount of money in a text. */
export type Amount = Numeral & { readonly per?: NonNullable<Money['per']> }

const CURRENCY = /^(?:块钱|块|元|圆|人民币|rmb|¥|大洋|毛钱?|钱)/u
const OTHER_UNIT =
  /^(?:岁|周岁|个|口|人|天|日|号|弄|室|楼|栋|幢|层|次|遍|回|趟|平|级|年|月|点|分钟?|小时|位|名|套|间|只|条|样|下|些|直|起|定|般|共|部|种|份|支|片|粒|瓶|盒|度|斤|公里|里|米|厘|高|多岁|来岁|家|代|路|步|半|辈子|女|儿|%|大堆|边|面|毛|角|旦|律|切|生|心)/u
/** 千万, 百姓 and 杀千刀 hold a unit and no count; 千把 and 几千 do count. */
const COUNTED = /[\d零一二两三四五六七八九壹贰叁肆伍陆柒捌玖几把来]/u
const BEFORE_NO_MONEY = /(?:万|第|十分|星期|礼拜|周|初|楼|老|统|唯)$/u

/** 「三千五」「1.2w」「两三千」「千把块」「没有收入」; undefined when no amount is stated. Yuan. */
export function readMoney(text: string, asked: Asked, compiled: Compiled): Money | undefined {
  const found = everyday(amounts(text))
  if (found.length === 0) {
    if (!compiled.list('no_income').test(text)) return undefined
    return { min: 0, max: 0, approx: false, ...period(text, asked) }
  }
  const chosen = combine(perMonth(found, text), text, compiled)
  const approx = chosen.approx || compiled.list('about').test(text)
  const per = isMixed(found, text) ? { per: 'month' as const } : period(text, asked)
  return { min: chosen.min, max: chosen.max, approx, ...per, ...parts(chosen) }
}

/** 「我一个月两千，老伴一年一万二」: where periods differ, all amounts are made monthly. */
function perMonth(found: readonly Amount[], text: string): readonly Amount[] {
  if (!isMixed(found, text)) return found
  return found.map((amount, i) =>
    periodOf(found, i, text) === 'year'
      ? { ...amount, min: Math.round(amount.min / 12), max: Math.round(amount.max / 12) }
      : amount,
  )
}

function isMixed(found: readonly Amount[], text: string): boolean {
  const periods = new Set(found.map((_, i) => periodOf(found, i, text)))
  return periods.has('month') && periods.has('year')
}

/** The period that stands between the amount before and this one, or right behind it. */
function periodOf(found: readonly Amount[], i: number, text: string): Money['per'] {
  const from = found[i - 1]?.end ?? 0
  const until = found[i]?.start ?? text.length
  return (
    statedPeriod(text.slice(from, until)) ??
    statedPeriod(/^.{0,5}/u.exec(text.slice(found[i]?.end ?? 0))?.[0] ?? '')
  )
}

/** From this on an amount is no household's month or year: the price of a flat, a prize. Yuan. */
const BEYOND = 1_000_000

/** Beside smaller amounts such a sum adds nothing. */
function everyday(found: readonly Amount[]): readonly Amount[] {
  const small = found.filter((a) => a.min < BEYOND)
  return small.length === 0 ? found : small
}

/** Every amount of a text. A bare number counts when it is large or all there is. */
export function amounts(text: string): readonly Amount[] {
  const found = numerals(text)
  return found.flatMap((n) => {
    const before = text.slice(0, n.start)
    const after = text.slice(n.end)
    if (!COUNTED.test(text.slice(n.start, n.end)) && !CURRENCY.test(after)) return []
    if (!isMoney(n, before, after, found.length)) return []
    return [withFraction(n, after)]
  })
}

type Combined = {
  readonly min: number
  readonly max: number
  readonly approx: boolean
  readonly addends?: readonly number[]
}

function isMoney(n: Numeral, before: string, after: string, count: number): boolean {
  if (/^\s*(?:块|元|圆|人民币|rmb)/u.test(after)) return true
  if (OTHER_UNIT.test(after) || BEFORE_NO_MONEY.test(before)) return false
  if (n.digits !== undefined && n.digits.length > 8) return false
  if (n.digits === undefined) return n.min >= 100
  if (/^\d{2,8}(?:\.\d{1,2})?$/.test(n.digits)) return true
  return (
    CURRENCY.test(after) || (count === 1 && (before + after).replace(/[\s\p{P}]/gu, '').length <= 4)
  )
}

/** 三块五 → 3.5, 五十元六角三分 → 50.63. */
function withFraction(n: Numeral, after: string): Amount {
  const small = /^[块元]([0-9一二三四五六七八九])[角毛](?:([0-9一二三四五六七八九])分)?/u.exec(
    after,
  )
  if (small !== null) {
    const part = digitOf(small[1]) / 10 + digitOf(small[2]) / 100
    const sum = Number((n.min + part).toFixed(2))
    return { ...n, min: sum, max: sum, end: n.end + small[0].length }
  }
  const fraction = /^块([1-9一二三四五六七八九])(?![十百千万\d块元])/u.exec(after)
  if (fraction === null || n.min >= 1_000) return n
  const part = (numerals(fraction[1] ?? '')[0]?.min ?? 0) / 10
  return { ...n, min: n.min + part, max: n.max + part, end: n.end + 2 }
}

function digitOf(character: string | undefined): number {
  return Number(spokenDigits(character ?? '0'))
}

/** 「从三千降到两千四」, 「涨了两百，现在三千二」: what it came to. */
const CHANGED =
  /从.{0,8}(?:降|减|跌|涨|升|调|加|变)(?:到|成|为|至)|(?:涨|加|降|减|扣|调)(?:了|过).{0,10}(?:现在|目前|变成|到手)/u

function combine(found: readonly Amount[], text: string, compiled: Compiled): Combined {
  const last = found.at(-1)
  const first = found[0]
  if (first === undefined || last === undefined) return { min: 0, max: 0, approx: true }
  const nothingToo = compiled.list('sometimes_nothing').test(text)
  if (found.length === 1) {
    return nothingToo || unsteady(text) ? { ...first, min: 0, approx: true } : first
  }
  if (compiled.list('taken_home').test(text)) {
    const word = compiled.list('taken_home').exec(text)
    return found.find((a) => a.start >= (word?.index ?? 0)) ?? last
  }
  if (compiled.list('rather').test(text) || CHANGED.test(text)) return last
  if (nothingToo || compiled.list('varies').test(text)) {
    return {
      min: nothingToo ? 0 : Math.min(...found.map((a) => a.min)),
      max: Math.max(...found.map((a) => a.max)),
      approx: true,
    }
  }
  const total = found.find((a) =>
    compiled.list('total').test(text.slice(Math.max(0, a.start - 6), a.start)),
  )
  if (total !== undefined) return total
  return {
    min: sum(found.map((a) => a.min)),
    max: sum(found.map((a) => a.max)),
    approx: found.some((a) => a.approx),
    addends: found.map((a) => a.min),
  }
}

/** 「不固定，多的时候三千」: anything from nothing up to what is named. */
function unsteady(text: string): boolean {
  return /不固定|不稳定|不一定|(?:多|好|忙|有活|最多)的?时候?|最多(?:也)?(?:就)?|顶多/u.test(text)
}

function parts(chosen: Combined): { readonly parts?: readonly number[] } {
  return chosen.addends === undefined ? {} : { parts: chosen.addends }
}

function period(text: string, asked: Asked): { readonly per?: NonNullable<Money['per']> } {
  const stated = statedPeriod(text)
  const per = stated ?? asked.per
  return per === undefined ? {} : { per }
}

/** 一个月, 一年下来, 一天 … next to the amount. */
function statedPeriod(text: string): Money['per'] {
  if (/(?:每个?|一个?|个|按|\/)月|月(?:收入|薪|入|工资|均)/u.test(text)) return 'month'
  if (/(?:每|一|全|整|这)年(?!前|了)|年(?:收入|薪|入)|\/年/u.test(text)) return 'year'
  if (/(?:每|一|\/)[天日]|日(?:薪|结)/u.test(text)) return 'day'
  return undefined
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

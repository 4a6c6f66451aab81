/** A number found in a text, in the units of the text it was found in. */
export type Numeral = {
  readonly start: number
  readonly end: number
  readonly min: number
  readonly max: number
  /** 「多」「几」「来」「把」 or a pair such as 三四千. */
  readonly approx: boolean
  /** Digits only, in the order written; undefined when a unit such as 百 or 万 is in it. */
  readonly digits: string | undefined
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}

const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1_000,
  仟: 1_000,
  k: 1_000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
}

const DIGIT = `[${Object.keys(DIGITS).join('')}]`
const RUN = new RegExp(
  `千儿八百|百儿八十|(?:\\d{1,3}(?:,\\d{3}){1,3}(?!\\d)|\\d{1,20}(?:\\.\\d{1,4})?|(?!(?<=[十百千万][二三四五六七八九])一个?[月年天])${DIGIT}|[十拾百佰千仟万亿廿卅几]|(?<=[\\d几])[kw](?![a-z])|(?<=[十拾百佰千仟万亿])[多来余把])+`,
  'gu',
)

/** All numbers of a text in Arabic and Chinese writing, pairs and ranges joined. Total. */
export function numerals(text: string): readonly Numeral[] {
  const found = Array.from(text.matchAll(RUN), (m) => readRun(m[0], m.index))
  return joinRanges(
    found.filter((n) => n !== undefined),
    text,
  )
}

/** The value of a text that is one number and nothing else. */
export function numeral(text: string): Numeral | undefined {
  const [one, ...rest] = numerals(text)
  if (one === undefined || rest.length > 0) return undefined
  return one.start === 0 && one.end === text.length ? one : undefined
}

/** Digits of a spoken or typed number: 幺三九 → 139. Other characters stay. */
export function spokenDigits(text: string): string {
  return text.replace(new RegExp(DIGIT, 'gu'), (c) => String(DIGITS[c] ?? c))
}

function readRun(run: string, at: number): Numeral | undefined {
  const place = { start: at, end: at + run.length }
  if (run === '千儿八百') return { ...place, min: 800, max: 1_000, approx: true, digits: undefined }
  if (run === '百儿八十') return { ...place, min: 80, max: 100, approx: true, digits: undefined }
  if (!/[\d零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖幺十拾百佰千仟万亿廿卅几]/u.test(run)) {
    return undefined
  }
  const chars = run.replaceAll(',', '')
  const approx = /[多来余把几]/u.test(chars)
  const plain = chars.replace(/[多来余把]/gu, '')
  if (plain.includes('几')) return { ...place, ...several(plain), approx: true, digits: undefined }
  const pair = pairOf(plain)
  if (pair !== undefined) {
    return { ...place, min: value(pair[0]), max: value(pair[1]), approx: true, digits: undefined }
  }
  const only = onlyDigits(plain)
  const exact = only === undefined ? value(plain) : Number(only)
  if (!Number.isFinite(exact)) return undefined
  return { ...place, min: exact, max: exact, approx, digits: only }
}

/** 几千 → 2,000 to 9,000; 十几万 → 110,000 to 190,000. */
function several(run: string): { readonly min: number; readonly max: number } {
  const leading = run.startsWith('几')
  return {
    min: value(run.replace('几', leading ? '二' : '一')),
    max: value(run.replace('几', '九')),
  }
}

/** Two neighbouring digits in one place are a guess between them: 三四千, 十七八, 四五十. */
function pairOf(run: string): readonly [string, string] | undefined {
  for (let i = 0; i + 1 < run.length; i++) {
    const a = DIGITS[run[i] ?? '']
    const b = DIGITS[run[i + 1] ?? '']
    if (a === undefined || b !== a + 1 || a === 0) continue
    if (isDigit(run[i - 1] ?? '') || isDigit(run[i + 2] ?? '')) continue
    return [run.slice(0, i + 1) + run.slice(i + 2), run.slice(0, i) + run.slice(i + 1)]
  }
  return undefined
}

function isDigit(character: string): boolean {
  return DIGITS[character] !== undefined || /\d/.test(character)
}

function onlyDigits(run: string): string | undefined {
  const digits = spokenDigits(run)
  return /^\d+(?:\.\d+)?$/.test(digits) ? digits : undefined
}

/** 一千四百五 → 1450, 2千8 → 2800, 一万二 → 12000, 三千零五 → 3005, 1.2万 → 12000. */
function value(run: string): number {
  let total = 0
  let section = 0
  let digit: number | undefined
  let unit = 1
  let zero = false
  for (const token of run.match(/\d+(?:\.\d+)?|./gu) ?? []) {
    if (token === '廿' || token === '卅') {
      section += token === '廿' ? 20 : 30
      unit = 10
      digit = undefined
      continue
    }
    const size = UNITS[token]
    if (size === undefined) {
      const next = DIGITS[token] ?? Number(token)
      zero = next === 0
      digit = digit === undefined || zero ? next : digit * 10 + next
      continue
    }
    if (size >= 10_000) {
      total = (total + section + (digit ?? (total + section === 0 ? 1 : 0))) * size
      section = 0
    } else {
      section += (digit ?? 1) * size
    }
    digit = undefined
    unit = size
    zero = false
  }
  const short =
    digit !== undefined && digit < 10 && unit >= 100 && !/零[一二三四五六七八九\d]$/u.test(run)
  return total + section + (digit ?? 0) * (short ? unit / 10 : 1)
}

/** 三千到四千, 2500-3000; 三到四千 and 4、5千 share the unit of the second. */
function joinRanges(found: readonly Numeral[], text: string): readonly Numeral[] {
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

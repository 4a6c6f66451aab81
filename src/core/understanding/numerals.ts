import { DIGIT, DIGITS, isDigit, onlyDigits } from './numbers/digits.ts'
import { joinRanges } from './numbers/ranges.ts'
import { value } from './numbers/value.ts'

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

const RUN = new RegExp(
  `千儿八百|百儿八十|(?:\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d{1,2})?(?!\\d)|\\d{1,20}(?:\\.\\d{1,4})?|(?!(?<=[十百千万][二三四五六七八九])一个?[月年天])${DIGIT}|[十拾百佰千仟万亿廿卅几]|(?<=[\\d几])[kw](?![a-z])|(?<=[十拾百佰千仟万亿])[多来余把])+`,
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

import { Converter } from 'opencc-js/t2cn'

/** Text in the form in which place names are compared, with the way back to the text as written. */
export type Canonical = {
  readonly text: string
  readonly raw: string
  /** `at[i]` is the index in `raw` of the character `text[i]`; one entry more for the end. */
  readonly at: readonly number[]
}

const DIGITS = '零一二三四五六七八九'
const RUN = /^(?:第?[〇零一二三四五六七八九十百千0-9]*[〇零一二三四五六七八九十0-9][十百千]?)/
const toSimplified = Converter({ from: 't', to: 'cn' })
const BLANK = /[\s\u200b-\u200f\ufeff]/

/**
 * Blanks go, forms of width fold (NFKC), numerals become digits and 第 before them goes: 天山五村第一,
 * 天山5村第1 and 天山 五村一 are then the same. 第 goes only where a numeral follows.
 */
export function canonical(raw: string): Canonical {
  const simple = simplified(raw)
  let text = ''
  const at: number[] = []
  let i = 0
  while (i < raw.length) {
    const run = numeralAt(simple, i)
    const piece = run === undefined ? fold(simple.charAt(i)) : run.text
    for (let k = 0; k < piece.length; k++) at.push(i)
    text += piece
    i += run?.length ?? 1
  }
  return { text, raw, at: [...at, raw.length] }
}

/** Traditional characters (江蘇路) become simplified ones; the length must stay, for the way back. */
function simplified(raw: string): string {
  const simple = toSimplified(raw)
  return simple.length === raw.length ? simple : raw
}

/** The canonical form alone, for names. */
export const canon = (name: string): string => canonical(name).text

/** What the writer wrote between two canonical positions. */
export const written = (from: Canonical, start: number, end: number): string =>
  from.raw.slice(from.at[start] ?? 0, from.at[end] ?? from.raw.length).trim()

/** 邨 is an old way of writing 村 that estates still bear. */
function fold(char: string): string {
  if (char === '邨') return '村'
  return BLANK.test(char) ? '' : char.normalize('NFKC')
}

function numeralAt(raw: string, i: number): { text: string; length: number } | undefined {
  const found = RUN.exec(raw.slice(i, i + 12).replace(/[０-９]/g, (c) => c.normalize('NFKC')))
  if (found === null) return undefined
  return { text: String(numberOf(found[0].replace('第', ''))), length: found[0].length }
}

/** 一千二百 → 1200, 二百八十四 → 284, 六零一 → 601, 十二 → 12, 284 → 284. Leading zeros stay, they are part of a name. */
function numberOf(numeral: string): string {
  const digits = [...numeral].map((c) => (c === '〇' ? '0' : digitOf(c))).join('')
  if (!/[十百千]/.test(digits)) return digits
  const [thousands, below] = digits.includes('千') ? split(digits, '千') : ['', digits]
  const [hundreds, rest] = below.includes('百') ? split(below, '百') : ['', below]
  const [tens, ones] = rest.includes('十') ? split(rest, '十') : ['0', rest]
  const large = Number(thousands || 0) * 1000 + Number(hundreds || 0) * 100
  const sum = large + Number(tens || 1) * 10 + Number(ones || 0)
  return Number.isFinite(sum) ? String(sum) : digits
}

const digitOf = (char: string): string => {
  const value = DIGITS.indexOf(char)
  return value < 0 ? char : String(value)
}

function split(text: string, mark: string): [string, string] {
  const i = text.indexOf(mark)
  return [text.slice(0, i), text.slice(i + 1)]
}

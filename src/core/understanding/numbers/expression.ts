import { DIGIT, spokenDigits } from './digits.ts'
import { value } from './value.ts'

/** Significant digits of a quotient or a power: what a double holds for sure. */
const PRECISION = 15

const SPACED = `[${'零〇一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿兆余几又点分之负'}]`
const ARABIC = '(?:\\d{1,15}(?:\\.\\d{1,8})?|(?<!\\.)\\.\\d{1,8})'
const CHINESE = `(?:\\d{1,15}(?:\\.\\d{1,8})?|${DIGIT}|[十拾百佰千仟万亿兆余几多]|(?<=[\\d几])[kw](?![a-z])){1,40}`
const DECIMAL = `${CHINESE}(?:点[零〇一二两三四五六七八九\\d]{1,9})?`
const SIGN = '[-负]?'

const MIXED = new RegExp(`(${SIGN})(?:(\\d{1,9})\\s)?(\\d{1,9})/(\\d{1,9})(?![/\\d])`, 'u')
const POWER = new RegExp(`(${SIGN}${ARABIC})(?:\\^([+-]{0,3})(\\d{1,3})|e([+-]?\\d{1,3}))`, 'u')
const FRACTION = new RegExp(
  `(${SIGN})(?:(${DECIMAL})又)?(${DECIMAL})分之(${SIGN})(${DECIMAL})`,
  'u',
)
const PLAIN = new RegExp(`(${SIGN})(${DECIMAL}|${ARABIC})(打(?![电工发字车针扫听]))?`, 'u')

/**
 * The first number of a text in any writing that arithmetic knows: signs, decimals (二点五), fractions
 * (三分之一, 一又二分之一, 1 3/5), per cent (百分之五 → 5), powers (2^-1, 2e5), dozens (一打), 兆. Blanks
 * within Chinese numerals do not count. An unknown place (二十几万) is its lower end.
 */
export function expression(text: string): number | undefined {
  const mixed = MIXED.exec(text)
  if (mixed !== null) return mixedNumber(mixed)
  const compact = text
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .replace(new RegExp(`(?<=${SPACED})\\s+(?=[\\d-]|${SPACED})`, 'gu'), '')
    .replace(new RegExp(`(?<=\\d)\\s+(?=${SPACED})`, 'gu'), '')
  const power = POWER.exec(compact)
  if (power !== null) return raised(power)
  const fraction = FRACTION.exec(compact)
  if (fraction !== null) return quotient(fraction)
  const plain = PLAIN.exec(compact)
  if (plain === null) return undefined
  return signed(plain[1], rounded(decimal(plain[2] ?? '') * (plain[3] === undefined ? 1 : 12)))
}

/** 1 3/5 */
function mixedNumber([, sign, whole, over, under]: RegExpExecArray): number | undefined {
  if (Number(under) === 0) return undefined
  return signed(sign, rounded(Number(whole ?? 0) + Number(over) / Number(under)))
}

/** 2^-1 and 12e3; a sign in front is not raised with the number. */
function raised([, base, signs, exponent, e]: RegExpExecArray): number {
  const number = (base ?? '').replace('负', '-')
  if (e !== undefined) return Number(`${number}e${e}`)
  const down = (signs ?? '').replaceAll('+', '').length % 2 === 1
  const size = Math.abs(Number(number)) ** (Number(exponent) * (down ? -1 : 1))
  return rounded(number.startsWith('-') ? -size : size)
}

/** 三又五分之一; of 百分之 only the count is meant. */
function quotient([, sign, whole, under, signOver, over]: RegExpExecArray): number | undefined {
  const below = decimal(under ?? '')
  if (below === 0) return undefined
  const part = signed(signOver, decimal(over ?? ''))
  if (under === '百') return signed(sign, part)
  return signed(sign, rounded(decimal(whole ?? '零') + part / below))
}

/** 两千三点一 → 2300.1 */
function decimal(run: string): number {
  const [whole, fraction] = run.split('点')
  const known = (whole ?? '')
    .replace(/[余多]/gu, '')
    .replace(/(?<=[十百千万零])几/u, '')
    .replace(/零(?=[万亿兆])/u, '')
    .replace(/(?<=[十百])千.*$/u, '')
    .replaceAll('几', '二')
  const integer = /^\d*\.\d+$/u.test(known) ? Number(known) : value(known)
  return fraction === undefined ? integer : Number(`${integer}.${spokenDigits(fraction)}`)
}

function signed(sign: string | undefined, n: number): number {
  return sign === undefined || sign === '' ? n : -n
}

function rounded(n: number): number {
  return Number(n.toPrecision(PRECISION))
}

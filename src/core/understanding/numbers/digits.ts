/** Digits in everyday and in formal writing (壹贰叁), and 幺 of spoken numbers. */
export const DIGITS: Readonly<Record<string, number>> = {
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

export const UNITS: Readonly<Record<string, number>> = {
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
  兆: 1_000_000_000_000,
}

/** One digit in any writing, for patterns. */
export const DIGIT = `[${Object.keys(DIGITS).join('')}]`
const EACH_DIGIT = new RegExp(DIGIT, 'gu')

/** Digits of a spoken or typed number: 幺三九 → 139. Other characters stay. */
export function spokenDigits(text: string): string {
  return text.replace(EACH_DIGIT, (c) => String(DIGITS[c] ?? c))
}

export function isDigit(character: string): boolean {
  return DIGITS[character] !== undefined || /\d/.test(character)
}

const HAS_UNIT = /[十拾百佰千仟万亿兆kw]/u

/** The digits of a run in the order written; undefined when a unit such as 百 is in it. */
export function onlyDigits(run: string): string | undefined {
  if (HAS_UNIT.test(run)) return undefined
  const digits = spokenDigits(run)
  return /^\d+(?:\.\d+)?$/.test(digits) ? digits : undefined
}

import { DIGIT, spokenDigits } from '../numbers/digits.ts'
import type { Slots } from '../understood.ts'

/** Mobile numbers of mainland China have 11 digits and begin 13 to 19; landlines 0 + area + 7 or 8. */
const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}[2-8]\d{6,7}$/
/** Shanghai's own numbers have eight digits; without 021 they are taken as local. */
const LOCAL = /^[2-8]\d{7}$/
const RUN = /\+?\d(?:[\s\-—_.·()]{0,2}\d){4,24}/gu
/** Said in groups, as one reads a number out: 一三八，零零一三，八零零零. */
const IN_GROUPS = /\+?\d(?:[\s\-—_.·(),、]{0,3}\d){10,13}/gu

/** A phone number with blanks, hyphens or spoken digits (幺三九…); else how many digits it has. */
export function readPhone(text: string): Slots {
  const spoken = spokenDigits(text)
  const numbersOf = (run: RegExp) => [...spoken.matchAll(run)].map((m) => bareNumber(m[0]))
  const runs = numbersOf(RUN)
  const good =
    runs.find((r) => MOBILE.test(r) || LANDLINE.test(r)) ??
    runs.find((r) => LOCAL.test(r)) ??
    numbersOf(IN_GROUPS).find((r) => MOBILE.test(r))
  if (good !== undefined) return { phone: good }
  const longest = [...runs].sort((a, b) => b.length - a.length)[0]
  return longest === undefined ? {} : { phone_invalid: { digits: longest.length } }
}

/** As many digits, spoken or typed, as no amount has. */
const LONG_RUN = new RegExp(`(?:(?:\\d|${DIGIT})[\\s\\-—_.·()]{0,2}){11}`, 'u')

/** Only a number that is surely a mobile: for stories, where other digits stand around. */
export function statedPhone(text: string): Slots {
  if (!LONG_RUN.test(text)) return {}
  const runs = [...spokenDigits(text).matchAll(RUN)].map((m) => bareNumber(m[0]))
  const good = runs.find((r) => MOBILE.test(r))
  return good === undefined ? {} : { phone: good }
}

function bareNumber(run: string): string {
  const digits = run.replace(/\D/gu, '')
  return /^86(?=1[3-9]\d{9}$)/.test(digits) ? digits.slice(2) : digits
}

import type { Who } from '../../people/kin.ts'
import { shanghai } from '../../time.ts'
import type { Compiled } from '../compile.ts'
import { spokenDigits } from '../numbers/digits.ts'
import { type Numeral, numerals } from '../numerals.ts'
import type { Asked, Slots } from '../understood.ts'
import { type Mention, mentionAt, mentionsOf } from '../who.ts'

const AGE_UNIT = /^(?:多|来)?(?:[周足]?岁|多岁|出头|高龄)/u
const AGE_BEFORE = /(?:今年|也|都|已经|快|年纪|年龄|虚岁|毛岁|实足|满|了|我|属.|岁数)$/u
/** Born in: 48年的, 五四年生, 1951年. */
const BORN =
  /(?<![\d.])((?:19|20)\d{2}|[2-9]\d|[零一二三四五六七八九]{2}|一九[零一二三四五六七八九]{2}|二零[零一二][零一二三四五六七八九])年(?!前|了|多|来|级|工龄)(?:的|生|出生|人)?/u

/** Ages by person: 七十三了, 虚岁八十 (one less by birthday), 五四年的, 我78老伴80. */
export function readAges(text: string, asked: Asked, compiled: Compiled): Slots {
  const mentions = mentionsOf(text, compiled)
  const lone = asked.expects === 'age'
  const plain = text.replace(/十有(?=[一二三四五六七八九])/gu, '十')
  const age: Partial<Record<Who, number>> = {}
  const nominal = /虚岁|毛岁|虚龄/u.test(plain)
  const found = numerals(plain)
  for (const n of found) {
    const named = mentions.some((m) => m.end === n.start && m.who !== 'household')
    if (!isAge(n, plain, lone, named)) continue
    const who = personOf(mentions, n, plain)
    age[who] ??=
      n.min -
      (/(?:虚岁|毛岁|虚龄)(?:是|有|都|已经|快)?$/u.test(plain.slice(0, n.start)) ||
      (nominal && lone && found.length === 1)
        ? 1
        : 0)
  }
  const born = Object.keys(age).length === 0 ? bornIn(plain, lone, asked) : undefined
  if (born !== undefined)
    age[mentions.length === 0 ? 'self' : personAt(mentions, { start: born.at, end: born.at + 1 })] =
      born.age
  if (Object.keys(age).length === 0) return {}
  return { age, ...(nominal ? { nominal: true } : {}) }
}

function isAge(n: Numeral, text: string, lone: boolean, named: boolean): boolean {
  if (n.max > 120 || n.min < 0 || !Number.isInteger(n.min)) return false
  const after = text.slice(n.end)
  const before = text.slice(0, n.start)
  if (AGE_UNIT.test(after)) return !/[减多少相]差?$/u.test(before)
  if (/^(?:年|个|口|号|月|块|元|次|天|级|点|平|楼|弄|室|千|百|人|分|[.\d])/u.test(after))
    return false
  if (lone) return true
  return (
    n.min >= 50 &&
    (named || AGE_BEFORE.test(before)) &&
    /^(?:了|$|[,.。!\s])/u.test(after) &&
    n.end - n.start >= 2
  )
}

/** 「我九岁的女儿」 is the age of the person behind it, 「女儿九岁」 of the one before. */
function personOf(mentions: readonly Mention[], n: Numeral, text: string): Who {
  const unit = /^(?:多|来)?[周足]?岁(?:多|大)?的/u.exec(text.slice(n.end))
  const behind = mentions.find((m) => m.start >= n.end)
  if (unit !== null && behind?.start === n.end + unit[0].length) return behind.who
  return personAt(mentions, n)
}

function personAt(
  mentions: readonly Mention[],
  n: { readonly start: number; readonly end: number },
): Who {
  const who = mentionAt(mentions, n.start, n.start)?.who ?? 'self'
  return who === 'household' ? 'self' : who
}

function bornIn(
  text: string,
  lone: boolean,
  asked: Asked,
): { readonly age: number; readonly at: number } | undefined {
  const found = BORN.exec(text)
  if (
    found === null ||
    (!lone && !/生|出生|年的|年人/u.test(text.slice(found.index, found.index + 10)))
  )
    return undefined
  const today = Number(shanghai(asked.now).day.slice(0, 4))
  const digits = Number(spokenDigits(found[1] ?? ''))
  const year = digits > 100 ? digits : 2000 + digits > today ? 1900 + digits : 2000 + digits
  const age = today - year
  return age >= 0 && age <= 120 ? { age, at: found.index } : undefined
}

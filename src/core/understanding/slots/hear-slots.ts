import type { Compiled } from '../compile.ts'
import { readDuration } from '../dates/duration.ts'
import { readDate } from '../dates/read-date.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Mapped } from '../mapped.ts'
import { expression } from '../numbers/expression.ts'
import { numerals } from '../numerals.ts'
import type { Asked, Slots } from '../understood.ts'
import { readAges } from './age.ts'
import { readChoice } from './choice.ts'
import { readHousehold } from './household.ts'
import { readIdNumber } from './id-number.ts'
import { readMoney } from './money.ts'
import { readPhone } from './phone.ts'
import { readStated } from './stated.ts'

/** A longer text says more than it was asked: what it states besides is heard too. */
const STORY_LENGTH = 12

/** One message in the forms that the parsers read. */
export type Message = {
  readonly heard: Mapped
  /** Dialect kept, for places: 江苏路, 伊犁路. */
  readonly plain: Mapped
  readonly bare: Mapped
}

/** The values of a message: first what was asked, then what a story states by the way. */
export function hearSlots(
  message: Message,
  asked: Asked,
  compiled: Compiled,
  locate: Knowledge['locate'],
): Slots {
  const asWanted = readWanted(message, asked, compiled, locate)
  if (!tellsMore(message, asked)) return asWanted
  return {
    ...readStated(message.heard, asked, compiled),
    ...hint(message, asked, locate),
    ...asWanted,
  }
}

/** The parser of one kind of answer. */
export function readWanted(
  { heard, plain, bare }: Message,
  asked: Asked,
  compiled: Compiled,
  locate: Knowledge['locate'],
): Slots {
  const { text } = heard
  switch (asked.expects) {
    case 'money': {
      const money = readMoney(text, asked, compiled)
      return { ...(money === undefined ? {} : { money }), ...loneZero(bare.text) }
    }
    case 'number':
      return { ...readNumber(text), ...readDuration(text) }
    case 'household':
      return { ...readHousehold(text, compiled), ...loneZero(bare.text) }
    case 'age':
      return readAges(text, asked, compiled)
    case 'date':
      return dated(readDuration(text), readDate(text, asked.now))
    case 'phone':
      return readPhone(text)
    case 'id_number':
      return readIdNumber(text, asked.now)
    case 'address': {
      const address = locate?.(plain.text, asked)
      return address === undefined ? {} : { address }
    }
    case 'choice':
    case 'choices':
    case 'yes_no':
    case 'crisis_check':
      return readOptions(text, bare.text, asked, compiled)
    case 'open':
    case 'text':
    case 'photos':
      return bare.text.length <= 8 ? readDuration(text) : {}
    default:
      return asked.expects satisfies never
  }
}

/** 「五二年八月十五」 is a birthday and no 52 years. */
function dated(duration: Slots, date: Slots): Slots {
  return date.birth_date === undefined ? { ...duration, ...date } : date
}

/** A yes/no question without options takes only a lone number; 「有」 is an act, no choice. */
function readOptions(text: string, squeezed: string, asked: Asked, compiled: Compiled): Slots {
  const options = asked.options ?? []
  const many = asked.expects === 'choices'
  const closed = asked.expects === 'choice' || many
  if (!closed && !/^[1-9一二三四五六七八九第个选a-d]{1,4}$/u.test(squeezed)) return {}
  const chosen = readChoice(text, squeezed, options, many, compiled)
  if (chosen === undefined) return {}
  const { rule: _, ...slots } = chosen
  return slots
}

/** 「0」 may be the number or the call for a person: both are given, the dialog asks. */
function loneZero(squeezed: string): Slots {
  return /^[0零〇]$/u.test(squeezed) ? { number: { value: 0 } } : {}
}

function readNumber(text: string): Slots {
  const counted = text.replace(NAMES, '')
  const exact = expression(counted)
  const first = numerals(counted)[0]
  if (exact === undefined) return NOTHING.test(text) ? { number: { value: 0 } } : {}
  // a guess between two (三四个) and 千把 are no arithmetic: they are read as everyday numerals
  const guessed = first?.approx === true && !/[几余多]/u.test(counted)
  const value = guessed ? first.min : exact
  const about = first?.approx === true || /大概|大约|差不多|左右|可能/u.test(text)
  const area = /\d(?:个)?(?:平|m2)|[一二三四五六七八九十百](?:个)?平/u.test(counted)
  return {
    number: { value, ...(about ? { approx: true } : {}) },
    ...(area ? { area_m2: value } : {}),
  }
}

/** Names that hold a numeral and count nothing. */
const NAMES = /四川|三亚|九江|[五四]川/gu

const NOTHING = /^(?:一个?)?(?:都|也)?(?:没有?|无|零)(?:的|人|了|啊)?[^\p{L}]{0,3}$/u

function tellsMore({ bare }: Message, asked: Asked): boolean {
  if (asked.expects === 'open' || asked.expects === 'text') return bare.text.length > 3
  return bare.text.length > STORY_LENGTH
}

function hint({ plain }: Message, asked: Asked, locate: Knowledge['locate']): Slots {
  if (locate === undefined || asked.expects === 'address') return {}
  if (!/路|弄|街道|居委|小区|新村|社区|镇|村/u.test(plain.text)) return {}
  const address = locate(plain.text, asked)
  return address === undefined ? {} : { address }
}

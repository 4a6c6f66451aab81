import type { Money, Slots, Understood } from '../../understanding/understood.ts'
import type { Question, SlotDef } from '../flow/schema.ts'
import { LIMITS } from '../limits.ts'
import type { AddressValue, Value } from '../machine/memory.ts'

export type Taken =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'between'; readonly keys: readonly string[] }
  | { readonly kind: 'zero' }
  | undefined

/** The value that a message gives for a question, or undefined when it gives none. */
export function valueFor(
  understood: Understood,
  def: SlotDef,
  question: Question,
  keys: readonly string[],
): Taken {
  const { slots } = understood
  switch (def.type) {
    case 'choice':
      return chosen(understood, question, keys)
    case 'choices':
      return chosenSeveral(understood, question, keys)
    case 'story':
      return given(understood.raw.trim().slice(0, LIMITS.storyLength))
    case 'text':
      return given(understood.raw.trim().slice(0, question.check?.max_length ?? LIMITS.textLength))
    case 'name':
      return given(nameIn(understood))
    case 'phone':
      return given(slots.phone)
    case 'money':
      return slots.money && isZeroOrPerson(understood) ? { kind: 'zero' } : given(per(slots, def))
    case 'number':
    case 'household':
      return given(slots.household_size ?? slots.number?.value)
    case 'age':
      return given(slots.age?.self ?? slots.number?.value)
    case 'date':
      return given(slots.date)
    case 'address':
      return given(addressIn(understood))
    case 'safety':
      return safety(understood, keys)
    case 'photos':
      return isDone(understood) ? given(0) : undefined
    default:
      return def.type satisfies never
  }
}

/** 「好了」, 「发完了」, 「没有」: no more photos. */
const isDone = (understood: Understood) =>
  hears(understood, 'affirm') || hears(understood, 'deny') || /[好完]了|没了/.test(understood.text)

const given = (value: Value | undefined | ''): Taken =>
  value === undefined || value === '' ? undefined : { kind: 'value', value }

const hears = (understood: Understood, act: string) =>
  understood.acts.some((heard) => heard.act === act)

/** 「0」 where an amount is asked may mean nothing at all, or a person (rule 6). */
const isZeroOrPerson = (understood: Understood) => hears(understood, 'human')

function chosen(understood: Understood, question: Question, keys: readonly string[]): Taken {
  const { choice, choice_between: between } = understood.slots
  if (between?.length) return { kind: 'between', keys: between.flatMap((at) => keys[at - 1] ?? []) }
  const key = choice?.[0] === undefined ? undefined : keys[choice[0] - 1]
  if (key !== undefined) return given(key)
  if (choice && choice.length === 0) return given(exclusiveOf(question, keys))
  if (keys.includes('yes') && hears(understood, 'affirm')) return given('yes')
  if (keys.includes('no') && hears(understood, 'deny')) return given('no')
  return hears(understood, 'deny') ? given(exclusiveOf(question, keys)) : undefined
}

function chosenSeveral(understood: Understood, question: Question, keys: readonly string[]): Taken {
  const { choice, choice_between: between } = understood.slots
  if (between?.length) return { kind: 'between', keys: between.flatMap((at) => keys[at - 1] ?? []) }
  const none = exclusiveOf(question, keys)
  const picked = (choice ?? []).flatMap((at) => keys[at - 1] ?? [])
  const real = picked.filter((key) => key !== none)
  if (real.length) return given(real)
  if (none && (picked.length || choice?.length === 0 || hears(understood, 'deny'))) {
    return given([none])
  }
  return undefined
}

const exclusiveOf = (question: Question, keys: readonly string[]) =>
  keys.find((key) => question.options?.[key]?.exclusive)

/**
 * 「我叫王秀英」 → 王秀英; a form of address is a name too, and a number beside it is not part of it. A number or
 * a place alone is no name: 「长寿路街道」.
 */
function nameIn({ raw, slots }: Understood): string | undefined {
  if (slots.address?.sure || PLACE.test(raw.trim())) return undefined
  const words = raw.replace(NUMBER, ' ').trim()
  const bare = words.replace(/^(我叫|我姓|我是|叫我?|姓|他叫|她叫|他姓|她姓)/u, '')
  const name = bare.replace(/[，。,.!！～~]+$/u, '').trim()
  return name.length > 0 && name.length <= 20 && /\p{L}/u.test(name) ? name : undefined
}

/** Four or more signs that end as a place does, or a house number: three (王小路) may be a name. */
const PLACE =
  /^.{2,}(?:.路|街道|居委会?|小区|新村|社区|公寓|弄)$|(?:\d|[一二三四五六七八九十百])(?:弄|号楼?|室)$/u

/** A phone number, typed or spoken. */
const NUMBER = /(?:[\d零〇幺一二三四五六七八九][\s\-—.]*){7,}/gu

/** An amount of a year at a question about months is divided; what has no period is the question's. */
function per(slots: Slots, def: SlotDef): Money | undefined {
  const money = slots.money
  if (!money) return undefined
  const factor = def.per === 'month' && money.per === 'year' ? 1 / 12 : 1
  if (factor === 1) return money
  return {
    min: Math.round(money.min * factor),
    max: Math.round(money.max * factor),
    approx: true,
    per: 'month',
  }
}

export function addressIn(understood: Understood): AddressValue | undefined {
  const text = understood.raw.trim().slice(0, LIMITS.textLength)
  if (!text || !/[\p{L}\p{N}]/u.test(text)) return undefined
  const address = understood.slots.address
  if (!address) return { text, sure: false }
  const { district, street, committee, sure, options } = address
  return {
    text,
    sure,
    ...(district ? { district } : {}),
    ...(street ? { street } : {}),
    ...(committee ? { committee } : {}),
    ...(options.length ? { options } : {}),
  }
}

/** Words go before numbers: 「1个人在家，不安全」 is no 1. */
function safety(understood: Understood, keys: readonly string[]): Taken {
  if (hears(understood, 'affirm')) return given('safe')
  if (hears(understood, 'deny')) return given('unsafe')
  const [only, ...more] = understood.slots.choice ?? []
  return only === undefined || more.length > 0 ? undefined : given(keys[only - 1])
}

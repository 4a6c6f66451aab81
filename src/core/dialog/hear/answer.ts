import { understand } from '../../understanding/understand.ts'
import type { Act, Asked, Understood } from '../../understanding/understood.ts'
import type { Question } from '../flow/schema.ts'
import { LIMITS } from '../limits.ts'
import { recalls } from '../machine/filed-facts.ts'
import { waiting } from '../machine/memory.ts'
import type { Meaning } from '../machine/signal.ts'
import { LINE, optionsShown, type Shown } from '../say/options.ts'
import { askedAnew } from './asked.ts'
import { bare, hears, isAtConsent, isFreeText, type Moment, tellsNeed } from './moment.ts'
import { recallAnswer } from './recall-answer.ts'
import { statedIn } from './stated.ts'
import { heardIn } from './told.ts'
import { valueFor } from './value-of.ts'

/** The answer that a message gives to whatever is open: a choice, a yes or no, a new value, free words. */
export function answerIn(
  moment: Moment,
  understood: Understood,
  context: Asked,
  text: string,
): Meaning | undefined {
  const { setting, memory } = moment
  const open = waiting(memory)
  if (!open) return undefined
  const placed = setting.questions[open.step]
  const shown = optionsShown(setting, memory)
  const keys = shown.map((option) => option.key)
  if (open.mode !== 'ask') {
    return (
      besidesHeard(moment, context, text) ??
      yesNo(understood, context, shown) ??
      onlyPlace(open.mode, understood, keys) ??
      picked(understood, context, keys) ??
      anew(moment, context, text)
    )
  }
  if (!placed) return undefined
  if (recalls(placed.question)) return recallAnswer(moment, understood, keys)
  const def = setting.slots[placed.question.into]
  if (!def) return undefined
  if (isFreeText(def.type) && isOnlyAct(understood)) return undefined
  if (isChosen(def.type) && isGreeting(understood)) return undefined
  if (isNamed(def.type) && isBareYesNo(understood)) return undefined
  if (isAtConsent(moment) && tellsNeed(understood)) return undefined
  const taken = valueFor(understood, def, placed.question, keys)
  if (isBesides(def.type, understood)) return undefined
  if (taken === undefined) return otherwise(moment, text)
  if (taken.kind === 'between') return { type: 'between', keys: taken.keys }
  if (taken.kind === 'zero') return { type: 'zero' }
  if (typeof taken.value === 'string' && taken.value.startsWith(LINE)) {
    return { type: 'correct', slot: taken.value.slice(LINE.length) }
  }
  if (def.type === 'name') {
    return { type: 'answer', value: taken.value, stated: statedIn(setting, understood, moment.now) }
  }
  if (def.type !== 'story') return { type: 'answer', value: taken.value }
  return {
    type: 'answer',
    value: taken.value,
    heard: heardIn(understood),
    stated: statedIn(setting, understood, moment.now),
  }
}

const isChosen = (type: string) => type === 'choice' || type === 'choices'

const isNamed = (type: string) => type === 'name' || type === 'address'

/** 「对」 and 「没有」 are nobody's name and no place. */
const isBareYesNo = (understood: Understood) =>
  [...understood.raw.trim()].length <= 2 &&
  (hears(understood, 'affirm') || hears(understood, 'deny'))

/** 「你好」 holds a 好 but agrees to nothing: consent is never read out of a greeting. */
const isGreeting = (understood: Understood) =>
  hears(understood, 'greet') &&
  [...understood.raw.trim()].length <= 4 &&
  !/\p{N}/u.test(understood.text)

/** Asked for a name or a place, somebody tells of an illness, or says 不清楚: that is not the answer. */
function isBesides(type: string, understood: Understood): boolean {
  const isNoPlace = type === 'address' && understood.slots.address === undefined
  if (isNoPlace && OPEN_ACTS.some((act) => hears(understood, act))) return true
  return tellsNeed(understood) && (type === 'name' || isNoPlace)
}

/** Acts that leave a question open. */
const OPEN_ACTS = ['skip', 'refuse', 'uncertain'] as const

/** 「谢谢」, 「在吗」 and the like are no story; 「谢谢，我老伴住院了」 is. */
function isOnlyAct(understood: Understood): boolean {
  if (!/[\p{L}\p{N}]/u.test(understood.raw)) return true
  if (hears(understood, 'inform') || understood.indicators.length > 0) return false
  return ['thanks', 'greet', 'goodbye', 'skip', 'refuse', 'uncertain', 'repeat'].some((act) =>
    hears(understood, act as Act),
  )
}

function yesNo(
  understood: Understood,
  context: Asked,
  shown: readonly Shown[],
): Meaning | undefined {
  if (context.expects !== 'yes_no') return undefined
  const said = bare(understood.raw)
  const named = shown.find(({ label, words = [] }) => [label, ...words].includes(said))
  if (named) return { type: named.key === 'yes' ? 'yes' : 'no' }
  const choice = understood.slots.choice?.[0]
  if (choice === 1 || (choice === undefined && hears(understood, 'affirm'))) return { type: 'yes' }
  if (choice === 2 || hears(understood, 'deny')) return { type: 'no' }
  return undefined
}

/** 「对」 where one place is offered is that place. */
function onlyPlace(
  mode: string,
  understood: Understood,
  keys: readonly string[],
): Meaning | undefined {
  const [place, none] = keys
  if (mode !== 'pick' || keys.length !== 2 || place === undefined || none !== 'none')
    return undefined
  return hears(understood, 'affirm') ? { type: 'answer', value: place } : undefined
}

function picked(
  understood: Understood,
  context: Asked,
  keys: readonly string[],
): Meaning | undefined {
  if (context.expects !== 'choice') return undefined
  const { choice } = understood.slots
  if (choice && choice.length === 0 && keys.includes('none'))
    return { type: 'answer', value: 'none' }
  const key = choice?.[0] === undefined ? undefined : keys[choice[0] - 1]
  return key === undefined ? undefined : { type: 'answer', value: key }
}

/** 「听您说，家里有孩子，没有别的了，对吗」 「还有老人」: what was heard and more, or something else instead. */
function besidesHeard(
  { setting, memory }: Moment,
  context: Asked,
  text: string,
): Meaning | undefined {
  const open = waiting(memory)
  const question = setting.questions[open?.step ?? '']?.question
  const def = question && setting.slots[question.into]
  if (!question || open?.mode !== 'heard' || !def || !isChosen(def.type)) return undefined
  // A number alone is one of the two buttons.
  if (/^[\p{N}一二两三四五六七八九十第个、]*$/u.test(bare(text))) return undefined
  const options = Object.values(question.options ?? {})
  const expects = def.type === 'choices' ? 'choices' : 'choice'
  const own: Asked = { ...context, expects, options: options.map(wordsOf) }
  const understood = understand(text, own, setting.house.knowledge)
  const taken = valueFor(understood, def, question, Object.keys(question.options ?? {}))
  if (taken?.kind !== 'value') return undefined
  if (!Array.isArray(taken.value)) return { type: 'answer', value: taken.value }
  if (taken.value.some((key) => question.options?.[key]?.exclusive)) return undefined
  const more = /[还也加]/u.test(text) && Array.isArray(open.held) ? open.held : []
  return { type: 'answer', value: [...new Set<string>([...more, ...taken.value])] }
}

type OptionDef = NonNullable<Question['options']>[string]

const wordsOf = ({ label, words }: OptionDef) => (words ? { label, words } : { label })

/** Neither yes nor no, but the thing itself once more: 「不是，是139…」. */
function anew(moment: Moment, context: Asked, text: string): Meaning | undefined {
  const { setting, memory } = moment
  const again = askedAnew(setting, memory, context)
  const open = waiting(memory)
  const placed = open ? setting.questions[open.step] : undefined
  const slot = open?.slot ?? placed?.question.into
  const def = slot === undefined ? undefined : setting.slots[slot]
  if (!again || !placed || !def) return undefined
  const understood = understand(text, again, setting.house.knowledge)
  if (def.type === 'address' && !understood.slots.address) return undefined
  const taken = valueFor(understood, def, placed.question, [])
  return taken?.kind === 'value' ? { type: 'answer', value: taken.value } : undefined
}

/** Free words at a choice, where the flow says what becomes of them. */
function otherwise({ setting, memory }: Moment, text: string): Meaning | undefined {
  const open = waiting(memory)
  const question = open ? setting.questions[open.step]?.question : undefined
  if (!question?.otherwise || text.trim().length < 4) return undefined
  return { type: 'answer', value: text.trim().slice(0, LIMITS.storyLength) }
}

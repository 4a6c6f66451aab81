import type { HeardNeed } from '../../casework/case-file.ts'
import type { Incoming } from '../../events/incoming.ts'
import { understand } from '../../understanding/understand.ts'
import type { Act, Asked, Understood } from '../../understanding/understood.ts'
import { LIMITS } from '../limits.ts'
import { type Memory, type Value, waiting } from '../machine/memory.ts'
import type { Meaning, RepairAct } from '../machine/signal.ts'
import { LINE, optionsShown } from '../say/options.ts'
import type { Setting } from '../setting.ts'
import { asked, askedAnew } from './asked.ts'
import { statedIn } from './stated.ts'
import { valueFor } from './value-of.ts'

export type Moment = {
  readonly setting: Setting
  readonly memory: Memory
  readonly before: readonly string[]
  readonly now: number
}

/** What an arrival means at this moment, in the order in which the machine is to take it. */
export function interpret(moment: Moment, incoming: Incoming): readonly Meaning[] {
  switch (incoming.kind) {
    case 'text':
      return interpretText(moment, incoming.text)
    case 'tap':
      return [endangered(moment, interpretTap(moment, incoming.option))]
    case 'media':
      return [{ type: 'media', media: incoming.media, count: incoming.count }]
    case 'silence':
      return [{ type: 'silence' }]
    case 'desk':
      return [{ type: 'desk', desk: incoming.desk }]
    case 'opened':
    case 'check_in':
      return []
    default:
      return incoming satisfies never
  }
}

/** Order: crisis, the acts that never hide an answer, correction, the answer, the other acts, free words. */
function interpretText(moment: Moment, text: string): readonly Meaning[] {
  const { setting, memory, before, now } = moment
  const context = asked(setting, memory, before, now)
  const understood = withNeeds(moment, understand(text, context, setting.house.knowledge), context)
  const answer = answerIn(moment, understood, context, text)
  const { crisis } = understood
  if (crisis.tier === 'high' || crisis.tier === 'imminent') {
    // a story stays the story; words of danger never answer anything else, least of all the consent
    const kept = answer?.type === 'answer' && answer.heard ? { answer: answer.value } : {}
    return [{ type: 'crisis', tier: crisis.tier, kind: crisis.type, rule: crisis.rule, ...kept }]
  }
  if (answer && endangered(moment, answer) !== answer) return [endangered(moment, answer)]
  const watch: readonly Meaning[] =
    crisis.tier === 'watch' ? [{ type: 'watch', kind: crisis.type, rule: crisis.rule }] : []
  return [...watch, calm(moment, understood, answer)]
}

/** At the consent 「没钱看病」 is a need, not a no: there the needs are heard in short texts too. */
function withNeeds(moment: Moment, understood: Understood, context: Asked): Understood {
  if (!isAtConsent(moment)) return understood
  const open: Asked = { ...context, expects: 'open' }
  const { indicators } = understand(understood.raw, open, moment.setting.house.knowledge)
  return { ...understood, indicators }
}

function isAtConsent({ setting, memory }: Moment): boolean {
  const open = waiting(memory)
  const question = open?.mode === 'ask' ? setting.questions[open.step]?.question : undefined
  return question !== undefined && 'consent' in question && question.consent === true
}

/** An answer that is a danger becomes a crisis that keeps the answer. */
function endangered(moment: Moment, meaning: Meaning): Meaning {
  if (meaning.type !== 'answer') return meaning
  const kind = dangerIn(moment, meaning.value)
  return kind
    ? { type: 'crisis', tier: 'high', kind, rule: 'option', answer: meaning.value }
    : meaning
}

/** An option that is a danger in itself: 「有人打我」. */
function dangerIn({ setting, memory }: Moment, value: Value): string | undefined {
  const open = waiting(memory)
  const options = open?.mode === 'ask' ? setting.questions[open.step]?.question.options : undefined
  const keys = Array.isArray(value) ? value : [value]
  return keys.map((key) => options?.[String(key)]?.danger).find((danger) => danger !== undefined)
}

function calm(moment: Moment, understood: Understood, answer: Meaning | undefined): Meaning {
  if (answer?.type === 'zero') return answer
  const meant = steeringAsAnswer(moment, understood)
  if (meant) return meant
  const strong = FIRST.find(({ act }) => hears(understood, act))
  if (strong) return { type: strong.means }
  if (hears(understood, 'correct')) return correction(moment, understood)
  if (answer) return answer
  const told = storyTold(moment, understood)
  if (told) return told
  const skip = SKIPS.find(({ act }) => hears(understood, act))
  if (skip) return { type: 'skip', how: skip.how }
  const weak = LAST.find(({ act }) => hears(understood, act))
  return weak ? { type: weak.means } : { type: 'miss' }
}

/** Words that steer elsewhere are the answer where that very thing is asked: 「要撤回」 to 「真的要撤回吗」. */
function steeringAsAnswer({ memory }: Moment, understood: Understood): Meaning | undefined {
  const mode = waiting(memory)?.mode
  if (memory.parked && !memory.aside && hears(understood, 'resume')) return { type: 'resume' }
  if (mode === 'withdraw' && hears(understood, 'erase') && !hears(understood, 'deny'))
    return { type: 'yes' }
  if (mode === 'restart' && hears(understood, 'restart')) return { type: 'answer', value: 'yes' }
  if (mode === 'zero' && hears(understood, 'human')) return { type: 'answer', value: 'person' }
  return undefined
}

/** Acts that stand before the answer: understanding.md fires them only on short, anchored texts. */
const FIRST: readonly { readonly act: Act; readonly means: RepairAct }[] = [
  { act: 'human', means: 'person' },
  { act: 'erase', means: 'withdraw' },
  { act: 'pause', means: 'pause' },
  { act: 'restart', means: 'restart' },
  { act: 'back', means: 'back' },
  { act: 'why', means: 'why' },
  { act: 'repeat', means: 'repeat' },
  { act: 'larger', means: 'larger' },
  { act: 'status', means: 'status' },
  { act: 'progress', means: 'progress' },
  { act: 'urgent', means: 'urgent' },
]

const SKIPS = [
  { act: 'skip', how: 'skip' },
  { act: 'refuse', how: 'refuse' },
  { act: 'uncertain', how: 'unsure' },
] as const

const LAST: readonly { readonly act: Act; readonly means: RepairAct }[] = [
  { act: 'resume', means: 'resume' },
  { act: 'thanks', means: 'thanks' },
  { act: 'goodbye', means: 'goodbye' },
  { act: 'greet', means: 'greet' },
]

const hears = (understood: Understood, act: Act) =>
  understood.acts.some((heard) => heard.act === act)

/** The answer that a message gives to whatever is open: a choice, a yes or no, a new value, free words. */
function answerIn(
  moment: Moment,
  understood: Understood,
  context: Asked,
  text: string,
): Meaning | undefined {
  const { setting, memory } = moment
  const open = waiting(memory)
  if (!open) return undefined
  const placed = setting.questions[open.step]
  const keys = optionsShown(setting, memory).map((option) => option.key)
  if (open.mode !== 'ask') {
    return (
      yesNo(understood, context) ??
      onlyPlace(open.mode, understood, keys) ??
      picked(understood, context, keys) ??
      anew(moment, context, text)
    )
  }
  if (!placed) return undefined
  const def = setting.slots[placed.question.into]
  if (!def) return undefined
  if (isFreeText(def.type) && isOnlyAct(understood)) return undefined
  if (isChosen(def.type) && isGreeting(understood)) return undefined
  if (isAtConsent(moment) && tellsNeed(understood)) return undefined
  const taken = valueFor(understood, def, placed.question, keys)
  if (isBesides(def.type, understood)) return undefined
  if (taken === undefined) return otherwise(moment, text)
  if (taken.kind === 'between') return { type: 'between', keys: taken.keys }
  if (taken.kind === 'zero') return { type: 'zero' }
  if (typeof taken.value === 'string' && taken.value.startsWith(LINE)) {
    return { type: 'correct', slot: taken.value.slice(LINE.length) }
  }
  if (def.type !== 'story') return { type: 'answer', value: taken.value }
  return {
    type: 'answer',
    value: taken.value,
    heard: heardIn(understood),
    stated: statedIn(setting, understood),
  }
}

const isChosen = (type: string) => type === 'choice' || type === 'choices'

/** 「你好」 holds a 好 but agrees to nothing: consent is never read out of a greeting. */
const isGreeting = (understood: Understood) =>
  hears(understood, 'greet') &&
  [...understood.raw.trim()].length <= 4 &&
  !/\p{N}/u.test(understood.text)

/** Asked for a name or a place, somebody tells of an illness, or says 不清楚: that is not the answer. */
function isBesides(type: string, understood: Understood): boolean {
  const isNoPlace = type === 'address' && understood.slots.address === undefined
  if (isNoPlace && SKIPS.some(({ act }) => hears(understood, act))) return true
  return tellsNeed(understood) && (type === 'name' || isNoPlace)
}

const tellsNeed = (understood: Understood) =>
  understood.indicators.some(({ polarity }) => polarity === 'present')

/** A story that comes before its question is remembered, and confirmed when its question comes (rule 16). */
function storyTold({ setting, memory }: Moment, understood: Understood): Meaning | undefined {
  const slot = Object.entries(setting.flow.slots).find(([, def]) => def.type === 'story')?.[0]
  if (slot === undefined || !waiting(memory) || !tellsNeed(understood)) return undefined
  const value = understood.raw.trim().slice(0, LIMITS.storyLength)
  return {
    type: 'told',
    slot,
    value,
    heard: heardIn(understood),
    stated: statedIn(setting, understood),
  }
}

const isFreeText = (type: string) => type === 'story' || type === 'text' || type === 'name'

/** 「谢谢」, 「在吗」 and the like are no story; 「谢谢，我老伴住院了」 is. */
function isOnlyAct(understood: Understood): boolean {
  if (!/[\p{L}\p{N}]/u.test(understood.raw)) return true
  if (hears(understood, 'inform') || understood.indicators.length > 0) return false
  return ['thanks', 'greet', 'goodbye', 'skip', 'refuse', 'uncertain', 'repeat'].some((act) =>
    hears(understood, act as Act),
  )
}

function yesNo(understood: Understood, context: Asked): Meaning | undefined {
  if (context.expects !== 'yes_no') return undefined
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

/** 「刚才电话说错了，是139…」: the slot whose kind of value is stated, newest first; else the one named. */
function correction({ setting, memory }: Moment, understood: Understood): Meaning {
  const steps = [...memory.trail].reverse()
  for (const step of steps) {
    const placed = setting.questions[step]
    const slot = placed?.question.into
    const def = slot === undefined ? undefined : setting.slots[slot]
    if (!placed || slot === undefined || !def || !memory.answers[slot]) continue
    if (isFreeText(def.type) || def.type === 'choice' || def.type === 'choices') continue
    if (def.type === 'address' && !understood.slots.address) continue
    const taken = valueFor(understood, def, placed.question, [])
    if (taken?.kind === 'value') return { type: 'correct', slot, value: taken.value }
  }
  const named = Object.entries(setting.slots).find(
    ([slot, def]) => memory.answers[slot] && understood.text.includes(def.label),
  )
  return named ? { type: 'correct', slot: named[0] } : { type: 'correct' }
}

/** A tap on a button: of the open question an answer, of an old one a correction. */
function interpretTap({ setting, memory }: Moment, option: string): Meaning {
  const [step = '', key = ''] = option.split('#')
  const open = waiting(memory)
  const shown = optionsShown(setting, memory)
  if (open && step === open.step && shown.some((each) => each.key === key)) {
    return tapped(setting, memory, key)
  }
  const old = setting.questions[step]?.question
  if (!old?.options?.[key]) return { type: 'repeat' }
  const def = setting.slots[old.into]
  const value: Value = def?.type === 'choices' ? [key] : key
  return { type: 'correct', slot: old.into, value }
}

function tapped(setting: Setting, memory: Memory, key: string): Meaning {
  const open = waiting(memory)
  if (!open) return { type: 'miss' }
  const yesOrNo = ['confirm', 'heard', 'reflect', 'correct', 'withdraw'].includes(open.mode)
  if (yesOrNo) return { type: key === 'yes' ? 'yes' : 'no' }
  const slot = setting.questions[open.step]?.question.into
  const several = open.mode === 'ask' && slot && setting.slots[slot]?.type === 'choices'
  return { type: 'answer', value: several ? [key] : key }
}

export function heardIn(understood: Understood): readonly HeardNeed[] {
  return understood.indicators.slice(0, LIMITS.heardNeeds).map(({ span, ...heard }) => ({
    ...heard,
    quote: understood.raw.slice(span[0], span[1]),
    confirmed: null,
  }))
}

import type { DomainEvent } from '../../events/event.ts'
import type { Incoming } from '../../events/incoming.ts'
import type { House } from '../house.ts'
import { EMPTY, type Kept, type Memory, type Value, waiting } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import type { Move } from './moves.ts'
import { memoryIn, type Session } from './session.ts'
import { settingOf } from './walked.ts'

/** The words that stand in place of a resident's own: locales/<language>/stand-ins.yaml. */
export type Say = (key: string) => string

/** One thing that came in, and the talk before and after it. */
export type Happened = {
  readonly before: Session
  readonly after: Session
  readonly incoming: Incoming
}

/**
 * Something that makes the machine do what this did, and holds no character of it; null where nothing can be
 * written for it. Written from what was understood, never from what was typed.
 */
export function standInOf(happened: Happened, say: Say): Move | null {
  const { incoming } = happened
  switch (incoming.kind) {
    case 'text':
      return { me: textFor(happened, say) }
    case 'tap':
      return { tap: incoming.option }
    case 'media':
      return { media: incoming.media, count: incoming.count }
    case 'check_in':
      if (incoming.flow === 'plan_word') return { plan_word: say('plan') }
      return incoming.flow === 'after_close' ? { after_close: true } : { check_in: true }
    case 'desk':
      return deskMove(incoming.desk, say)
    case 'opened':
    case 'silence':
    case 'unsent':
      return null
    default:
      return incoming satisfies never
  }
}

type DeskAct = Extract<Incoming, { kind: 'desk' }>['desk']

function deskMove(desk: DeskAct, say: Say): Move {
  if (desk.act === 'said') return { desk: 'said', text: say('said') }
  if (desk.act === 'closed') return { desk: 'closed', text: say('closed') }
  if (desk.act !== 'gave_back') return { desk: desk.act }
  const { at, questions } = desk
  return {
    desk: 'gave_back',
    ...(at !== 'open_question' && { at }),
    ...(questions?.length && { questions: [...questions] }),
  }
}

/** Danger first, then a word that steers, then the answer; what was none of these was not understood. */
function textFor({ before, after }: Happened, say: Say): string {
  const events = after.events.slice(before.events.length)
  const was = memoryIn(before) ?? EMPTY
  const is = memoryIn(after) ?? EMPTY
  const setting = settingOf(after)
  return (
    steering(events, was, is, say) ??
    (setting && answering(setting, was, is, after.house, say)) ??
    say(before.talk ? 'nonsense' : 'greet')
  )
}

function steering(
  events: readonly DomainEvent[],
  was: Memory,
  is: Memory,
  say: Say,
): string | undefined {
  for (const event of events) {
    if (event.type === 'crisis_raised') return say(`danger.${event.danger}`)
    if (event.type === 'repair_used') return say(`act.${event.act}`)
    if (event.type === 'person_asked' && event.reason === 'asked') return say('act.person')
    if (event.type === 'note_left') return say('note')
  }
  return is.parked && !was.parked ? say('act.pause') : undefined
}

/** What was kept, held for a yes, or heard beside the question. */
function answering(
  setting: Setting,
  was: Memory,
  is: Memory,
  house: House,
  say: Say,
): string | undefined {
  const asked = waiting(was)
  if (asked && asked.mode !== 'ask') return besideAnswer(asked, was, is, say)
  const slot = setting.questions[asked?.step ?? '']?.question.into
  const kept = slot === undefined ? undefined : is.answers[slot]
  if (slot !== undefined && kept && !same(kept, was.answers[slot])) {
    return keptAnswer(setting, slot, kept, house, is, say)
  }
  const held = waiting(is)?.held
  if (slot !== undefined && held !== undefined && waiting(is)?.step === asked?.step) {
    return valueAnswer(setting, slot, held, house, is, say)
  }
  return is.heard.length > was.heard.length ? story(was, is, say) : undefined
}

/** Yes, no, or one of several: what the machine then did tells which. Undefined = it did nothing. */
function besideAnswer(
  asked: NonNullable<Memory['open']>,
  was: Memory,
  is: Memory,
  say: Say,
): string | undefined {
  const now = waiting(is)
  const isStill = now?.step === asked.step && now.mode === asked.mode
  if (isStill && same(was.answers, is.answers)) {
    return is.heard.length > was.heard.length ? story(was, is, say) : undefined
  }
  if (asked.mode === 'pick' || asked.mode === 'between' || asked.mode === 'which') return '1'
  if (asked.mode === 'resume') return say('act.resume')
  return now?.step === asked.step ? say('no') : say('yes')
}

function keptAnswer(
  setting: Setting,
  slot: string,
  kept: Kept,
  house: House,
  is: Memory,
  say: Say,
): string {
  if ('value' in kept) return valueAnswer(setting, slot, kept.value, house, is, say)
  return say(`left.${kept.basis}`)
}

/** A value of the same shape, as somebody would write it. */
function valueAnswer(
  setting: Setting,
  slot: string,
  value: Value,
  house: House,
  is: Memory,
  say: Say,
): string {
  const type = setting.slots[slot]?.type
  switch (type) {
    case 'choice':
    case 'choices':
    case 'safety':
      return chosen(setting, slot, value)
    case 'phone':
      return say('phone')
    case 'name':
      return say('name')
    case 'money':
      return money(value)
    case 'number':
    case 'household':
    case 'age':
    case 'photos':
      return String(value)
    case 'date':
      return `${String(value).slice(0, 4)}-01-01`
    case 'address':
      return place(value, house, say)
    case 'story':
      return story(EMPTY, is, say)
    case 'text':
    case undefined:
      return say('note')
    default:
      return type satisfies never
  }
}

/** By their numbers: labels may be put another way. */
function chosen(setting: Setting, slot: string, value: Value): string {
  const question = Object.values(setting.questions).find((each) => each.question.into === slot)
  const keys = Object.keys(question?.question.options ?? {})
  const picked = typeof value === 'object' && Array.isArray(value) ? value : [value]
  const numbers = picked.map((key) => keys.indexOf(String(key)) + 1).filter((at) => at > 0)
  return numbers.join(' ') || '1'
}

/** To the hundred: enough for every limit that is compared, too little to know somebody by. */
function money(value: Value): string {
  if (typeof value !== 'object' || !('min' in value)) return '0'
  const round = (yuan: number) => Math.round(yuan / 100) * 100
  const [low, high] = [round(value.min), round(value.max)]
  return low === high ? String(low) : `${low}到${high}`
}

/** Another committee of the same street, so that the same office answers for it. */
function place(value: Value, house: House, say: Say): string {
  const street =
    typeof value === 'object' && 'text' in value
      ? (value.street ?? value.options?.[0]?.street)
      : undefined
  const found = street === undefined ? undefined : house.town.places.streets.get(street)
  const committee = found?.committees.find(({ code }) => code !== committeeOf(value))
  return found ? `${found.name}${committee?.name ?? ''}` : say('unknown_place')
}

const committeeOf = (value: Value) =>
  typeof value === 'object' && 'text' in value ? value.committee : undefined

/** The needs that were heard, each in a sentence of ours. */
function story(was: Memory, is: Memory, say: Say): string {
  const before = new Set(was.heard.map(({ code }) => code))
  const codes = is.heard
    .filter(({ code, polarity }) => polarity === 'present' && !before.has(code))
    .map(({ code }) => code)
  return codes.length === 0
    ? say('story')
    : [...new Set(codes)].map((code) => say(`heard.${code}`)).join('，')
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

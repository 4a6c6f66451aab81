import type { Instant } from '../../time.ts'
import type { Asked, AskedOption, Expects } from '../../understanding/understood.ts'
import type { Question, SlotDef } from '../flow/schema.ts'
import { recalls } from '../machine/filed-facts.ts'
import { type Memory, type Mode, waiting } from '../machine/memory.ts'
import { optionsShown } from '../say/options.ts'
import type { Setting } from '../setting.ts'

/** What the understanding is told about the moment: the open question, its options, where and when. */
export function asked(
  setting: Setting,
  memory: Memory,
  before: readonly string[],
  now: Instant,
): Asked {
  const open = waiting(memory)
  const placed = open ? setting.questions[open.step] : undefined
  const slot = placed ? setting.slots[placed.question.into] : undefined
  const expects = open ? expectsOf(open.mode, slot, placed?.question) : 'open'
  return {
    expects,
    now,
    before,
    city: setting.house.city,
    district: setting.house.district,
    answered: answered(setting, memory),
    ...(slot?.per ? { per: slot.per } : {}),
    ...optionWords(setting, memory),
  }
}

/** The question's own slot, whatever is being confirmed just now: so that a new value beats a yes or no. */
export function askedAnew(setting: Setting, memory: Memory, asked: Asked): Asked | undefined {
  const open = waiting(memory)
  if (!open || open.mode === 'ask') return undefined
  const slotName = open.slot ?? setting.questions[open.step]?.question.into
  const slot = slotName === undefined ? undefined : setting.slots[slotName]
  if (!slot) return undefined
  const expects = kindOf(slot)
  if (expects === 'open' || expects === 'text' || expects === 'choice' || expects === 'choices') {
    return undefined
  }
  const { options: _, ...rest } = asked
  return { ...rest, expects }
}

function expectsOf(mode: Mode, slot: SlotDef | undefined, question: Question | undefined): Expects {
  switch (mode) {
    case 'ask':
      if (question && 'summarise' in question && question.summarise) return 'choice'
      if (question && recalls(question)) return 'choices'
      return slot ? kindOf(slot) : 'open'
    case 'confirm':
    case 'heard':
    case 'reflect':
    case 'correct':
    case 'withdraw':
      return 'yes_no'
    case 'pick':
    case 'between':
    case 'zero':
    case 'which':
    case 'resume':
    case 'restart':
      return 'choice'
    default:
      return mode satisfies never
  }
}

function kindOf(slot: SlotDef): Expects {
  switch (slot.type) {
    case 'story':
      return 'open'
    case 'text':
    case 'name':
      return 'text'
    case 'safety':
      return 'crisis_check'
    case 'choice':
    case 'choices':
    case 'phone':
    case 'money':
    case 'number':
    case 'household':
    case 'age':
    case 'date':
    case 'address':
    case 'photos':
      return slot.type
    default:
      return slot.type satisfies never
  }
}

function optionWords(setting: Setting, memory: Memory): { options?: readonly AskedOption[] } {
  const shown = optionsShown(setting, memory)
  if (!shown.length) return {}
  return {
    options: shown.map(({ label, words }) => (words?.length ? { label, words } : { label })),
  }
}

/** Newest first, so that "刚才说错了" finds the answer just given. */
function answered(setting: Setting, memory: Memory): NonNullable<Asked['answered']> {
  return [...memory.trail].reverse().flatMap((step) => {
    const slotName = setting.questions[step]?.question.into
    const slot = slotName === undefined ? undefined : setting.slots[slotName]
    if (slotName === undefined || !slot || !memory.answers[slotName]) return []
    return [{ slot: slotName, expects: kindOf(slot) }]
  })
}

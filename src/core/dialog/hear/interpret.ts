import type { Incoming } from '../../events/incoming.ts'
import { understand } from '../../understanding/understand.ts'
import type { Act, Asked, Understood } from '../../understanding/understood.ts'
import { LIMITS } from '../limits.ts'
import { leavesOpen } from '../machine/leaves.ts'
import { type Value, waiting } from '../machine/memory.ts'
import type { Meaning, RepairAct } from '../machine/signal.ts'
import { answerIn } from './answer.ts'
import { asked } from './asked.ts'
import { correction } from './correction.ts'
import { bare, hears, isAtConsent, type Moment } from './moment.ts'
import { optionDanger } from './option-danger.ts'
import { isRecalling } from './recall-answer.ts'
import { interpretTap } from './tap.ts'
import { storyTold, tellsBesides, toldInDanger } from './told.ts'

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
      return isWelcomed(moment) ? [] : [{ type: 'reopened' }]
    case 'check_in':
    // What was said is masked by the turn; where the talk stands stays as it is.
    case 'unsent':
      return []
    default:
      return incoming satisfies never
  }
}

const isWelcomed = ({ memory, now }: Moment): boolean =>
  memory.welcomedAt !== undefined && now - memory.welcomedAt < LIMITS.welcomeMs

/** Order: crisis, the acts that never hide an answer, correction, the answer, the other acts, free words. */
function interpretText(moment: Moment, text: string): readonly Meaning[] {
  const { setting, memory, before, now } = moment
  const context = asked(setting, memory, before, now)
  const understood = withNeeds(moment, understand(text, context, setting.house.knowledge), context)
  const answer = answerIn(moment, understood, context, text)
  const { crisis } = understood
  if (crisis.tier === 'high' || crisis.tier === 'imminent') {
    if (answer && crisis.tier === 'high' && saysSafety(moment, answer, 'unsafe')) return [answer]
    if (answer && saysSafety(moment, answer, 'safe') && isCalmAlone(moment, text, context))
      return [answer]
    // a story stays the story; words of danger never answer anything else, least of all the consent
    const kept =
      answer?.type === 'answer' && answer.heard
        ? { answer: answer.value, told: { heard: answer.heard, stated: answer.stated ?? {} } }
        : toldInDanger(moment, understood)
    return [{ type: 'crisis', tier: crisis.tier, kind: crisis.type, rule: crisis.rule, ...kept }]
  }
  if (answer && endangered(moment, answer) !== answer) return [endangered(moment, answer)]
  const watch: readonly Meaning[] =
    crisis.tier === 'watch' ? [{ type: 'watch', kind: crisis.type, rule: crisis.rule }] : []
  return [...watch, calm(moment, understood, answer)]
}

/**
 * Asked whether one is safe, 「没有，他还在门外」 tells of the danger that somebody was called for already: it is
 * the answer, and the road to a person. What is imminent is raised once more.
 */
function saysSafety({ setting, memory }: Moment, answer: Meaning, how: 'safe' | 'unsafe'): boolean {
  const slot = setting.questions[memory.open?.step ?? '']?.question.into
  const asksSafety = slot !== undefined && setting.slots[slot]?.type === 'safety'
  return asksSafety && answer.type === 'answer' && answer.value === how
}

/** 「没事了」: only together with the cry before it, for which somebody was called already, does it sound of danger. */
function isCalmAlone({ setting }: Moment, text: string, context: Asked): boolean {
  const { crisis } = understand(text, { ...context, before: [] }, setting.house.knowledge)
  return crisis.tier === 'none' || crisis.tier === 'watch'
}

/** At the consent 「没钱看病」 is a need, not a no: there the needs are heard in short texts too. */
function withNeeds(moment: Moment, understood: Understood, context: Asked): Understood {
  if (!isAtConsent(moment)) return understood
  const open: Asked = { ...context, expects: 'open' }
  const { indicators } = understand(understood.raw, open, moment.setting.house.knowledge)
  return { ...understood, indicators }
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
  const question = open?.mode === 'ask' ? setting.questions[open.step]?.question : undefined
  return question && optionDanger(question, value)
}

function calm(moment: Moment, understood: Understood, answer: Meaning | undefined): Meaning {
  if (answer?.type === 'zero') return answer
  const meant = steeringAsAnswer(moment, understood, answer)
  if (meant) return meant
  const strong = FIRST.find(({ act }) => hears(understood, act))
  if (strong) return { type: strong.means }
  if (hears(understood, 'correct')) return correction(moment, understood)
  if (answer) return answer
  const told = storyTold(moment, understood)
  if (told) return told
  if (hasNone(moment, understood)) return { type: 'skip', how: 'unsure' }
  const besides = tellsBesides(moment, understood)
  if (besides) return besides
  const skip = SKIPS.find(({ act }) => hears(understood, act))
  if (skip) return { type: 'skip', how: skip.how }
  const weak = LAST.find(({ act }) => hears(understood, act))
  return weak ? { type: weak.means } : { type: 'miss' }
}

/** 「没有电话」: there is none to be given, and asking on would shame. */
function hasNone({ setting, memory }: Moment, understood: Understood): boolean {
  const open = waiting(memory)
  const slot = open?.mode === 'ask' ? setting.questions[open.step]?.question.into : undefined
  const isPhone = slot !== undefined && setting.slots[slot]?.type === 'phone'
  return isPhone && NO_PHONE.test(understood.text)
}

const NO_PHONE = /^.{0,4}(?:没|呒|冇|无)有?(?:.{0,4}(?:电话|手机|座机|号码?))?[的了啊呀]?$/u

/** Words that steer elsewhere are the answer where that very thing is asked: 「要撤回」 to 「真的要撤回吗」. */
function steeringAsAnswer(
  moment: Moment,
  understood: Understood,
  answer: Meaning | undefined,
): Meaning | undefined {
  const { memory } = moment
  const mode = waiting(memory)?.mode
  if (memory.parked && !memory.aside && hears(understood, 'resume')) return { type: 'resume' }
  if (mode === 'withdraw' && hears(understood, 'erase') && !hears(understood, 'deny'))
    return { type: 'yes' }
  if (mode === 'restart' && hears(understood, 'restart')) return { type: 'answer', value: 'yes' }
  if (mode === 'zero' && hears(understood, 'human')) return { type: 'answer', value: 'person' }
  const left = leaving(moment, understood)
  if (left) return left
  if (isRecalling(moment) && hears(understood, 'correct')) return answer ?? { type: 'miss' }
  return undefined
}

/** 「现在就交」, as a whole message. */
function leaving({ setting, memory }: Moment, understood: Understood): Meaning | undefined {
  const said = bare(understood.raw)
  const leave = leavesOpen(setting, memory).find(({ label, words = [] }) =>
    [label, ...words].includes(said),
  )
  return leave && { type: 'leave', step: leave.step }
}

/** Acts that stand before the answer: understanding.md fires them only on short, anchored texts. */
const FIRST: readonly { readonly act: Act; readonly means: RepairAct }[] = [
  { act: 'human', means: 'person' },
  { act: 'robot', means: 'robot' },
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

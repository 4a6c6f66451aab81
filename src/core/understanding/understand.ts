import { readCorrection } from './acts/correction.ts'
import { completeActs, hearActs } from './acts/hear-acts.ts'
import { type Compiled, compile } from './compile.ts'
import { hearCrisis } from './crisis/hear-crisis.ts'
import { raiseCrisis } from './crisis/raise-crisis.ts'
import type { Knowledge } from './knowledge.ts'
import { alarmOf, senseDanger } from './model/sense-danger.ts'
import { hearNeeds } from './needs/hear-needs.ts'
import { bare, normalise, plain, rewritten } from './normalise.ts'
import { signed, signedAlarm } from './signed.ts'
import { hearSlots, type Message, readWanted } from './slots/hear-slots.ts'
import type { Asked, Crisis, HeardAct, Slots, Understood } from './understood.ts'

/** Needs are heard in stories: open questions, and answers as long as a sentence or two. */
const STORY = 15

/**
 * What a message says, in the light of what was asked. Pure and total: any string is understood as
 * something, at worst as `unclear`. Danger is heard first and whatever the question was.
 */
export function understand(text: string, asked: Asked, knowledge: Knowledge): Understood {
  const compiled = compile(knowledge.lexicons)
  const message = messageOf(text, compiled)
  const before = (asked.before ?? []).slice(-3).map((b) => normalise(b, compiled))
  const ruled = hearCrisis(message.heard, before, compiled)
  const acts = answersAnyway(hearActs(message, asked, compiled), message, asked, compiled)
  const slots = slotsOf(message, acts, asked, compiled, knowledge.locate)
  const tells =
    asked.expects === 'open' || asked.expects === 'text' || message.bare.text.length >= STORY
  const indicators = tells ? hearNeeds(message.heard, ruled, compiled) : []
  const { version } = compiled
  const crisis = raiseCrisis(ruled, sensed(message, asked, knowledge, compiled))
  return {
    raw: text,
    text: message.heard.text,
    acts: signed(
      completeActs(acts, message, asked, { slots, indicators, crisis: ruled }, compiled),
      version,
    ),
    crisis: signedAlarm(crisis, version),
    slots,
    indicators: signed(indicators, version),
    version,
  }
}

/**
 * What the trained layer adds; a house without weights listens with its rules alone. Words that the house itself
 * offered are no news; a few characters in answer to a question, and what was only watched or read, are too little
 * to call anybody out.
 */
function sensed(message: Message, asked: Asked, knowledge: Knowledge, compiled: Compiled): Crisis {
  const { weights } = knowledge
  if (weights === undefined || isOffered(message, asked, compiled)) return { tier: 'none' }
  const alarm = alarmOf(senseDanger(message.heard, weights, compiled), weights)
  const isAnswer = asked.expects !== 'open' && message.bare.text.length <= ANSWER
  const isNoted = isAnswer || isShown(message.heard.text, compiled)
  return isNoted && alarm.tier === 'high' ? { ...alarm, tier: 'watch' } : alarm
}

/** 「电视里」, 「梦见」, and nobody near is in it. */
const isShown = (text: string, { frames }: Compiled): boolean =>
  frames.shown.test(text) && !frames.near.test(text)

/** Longest answer of a word or two, a name with a title and a floor among them: 「三楼钱阿婆」, 「楼上的老人」. */
const ANSWER = 6

function isOffered({ bare: said }: Message, { options = [] }: Asked, compiled: Compiled): boolean {
  return options.some(({ label }) => bare(normalise(label, compiled)).text === said.text)
}

function messageOf(text: string, compiled: Compiled): Message {
  const plainly = plain(text, compiled.characters)
  const heard = rewritten(plainly, compiled)
  return { heard, plain: plainly, bare: bare(heard) }
}

/** 「不是三千，是三千五」 corrects nothing when it answers what was asked just now. */
function answersAnyway(
  acts: readonly HeardAct[],
  message: Message,
  asked: Asked,
  compiled: Compiled,
): readonly HeardAct[] {
  if (!acts.some((a) => a.rule === 'correct-instead')) return acts
  const answers = Object.keys(readWanted(message, asked, compiled, undefined)).length > 0
  return answers ? acts.filter((a) => a.rule !== 'correct-instead') : acts
}

/** A correction is read by what it names; where the conversation is steered there is no answer. */
function slotsOf(
  message: Message,
  acts: readonly HeardAct[],
  asked: Asked,
  compiled: Compiled,
  locate: Knowledge['locate'],
): Slots {
  if (acts.some((a) => a.act === 'correct')) return readCorrection(message, asked, compiled, locate)
  const steered = acts.some((a) => NO_ANSWER.has(a.act) && a.rule !== 'human-lone')
  return steered ? {} : hearSlots(message, asked, compiled, locate)
}

const NO_ANSWER: ReadonlySet<string> = new Set([
  'erase',
  'human',
  'pause',
  'restart',
  'back',
  'status',
  'progress',
  'larger',
  'why',
])

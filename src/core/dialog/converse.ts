import type { AnyMachineSnapshot } from 'xstate'
import type { DomainEvent } from '../events/event.ts'
import type { Incoming } from '../events/incoming.ts'
import type { Outgoing } from '../events/outgoing.ts'
import type { Instant } from '../time.ts'
import { fileCase } from './file-case.ts'
import type { Fresh } from './fresh.ts'
import { interpret } from './hear/interpret.ts'
import { isForEnded, opening } from './hear/opening.ts'
import type { House } from './house.ts'
import type { KnownFile } from './known-file.ts'
import { LIMITS } from './limits.ts'
import { leavesOpen } from './machine/leaves.ts'
import { EMPTY, type Memory } from './machine/memory.ts'
import { wakeAt } from './machine/rest-states.ts'
import type { Meaning } from './machine/signal.ts'
import {
  asleep,
  freeze,
  memoryIn,
  memoryOf,
  thaw,
  turn,
  withMemory,
} from './machine/turn-machine.ts'
import { movedOn, type Ran } from './move/move-on.ts'
import { optionsShown } from './say/options.ts'
import { phrase } from './say/phrase.ts'
import { openQuestion } from './say/question.ts'
import { currentFlow, type Stage, stageOf } from './stage.ts'
import { houseIn } from './translate/house-in.ts'
import { heardAs, labelMeant, languageAsked } from './translate/language.ts'

/** A conversation between two messages: plain JSON, sealed at rest. */
export type Talk = {
  /** Content hash of the flow bundle this conversation is pinned to. */
  readonly bundle: string
  readonly flow: string
  readonly snapshot: unknown
  /** The last messages of the resident, for split typing. */
  readonly before: readonly string[]
  readonly lastAt: Instant
  /** The language that the resident chose; absent = Chinese. */
  readonly language?: string
}

export type Arrived = {
  readonly incoming: Incoming
  readonly channel: string
  readonly now: Instant
  readonly fresh: Fresh
  /** What earlier requests of this person hold; absent = not looked for. */
  readonly known?: KnownFile
  /** When it was written, where the channel says so: a text from before the question is no answer to it. */
  readonly sentAt?: Instant
}

export type Reply = {
  readonly talk: Talk
  readonly out: readonly Outgoing[]
  readonly events: readonly DomainEvent[]
  /** When silence is to be looked at again; null = never. */
  readonly wakeAt: Instant | null
  /** The flow has come to where the file is read back: worth to be turned again with what is known. */
  readonly asksFile?: true
}

/** One message through the house: understand, turn the machine, say what follows. Pure; never throws on input. */
export function converse(home: House, talk: Talk | null, arriving: Arrived): Reply {
  const { language, switched } = languageOf(home, talk?.language, arriving.incoming)
  const house = houseIn(home, language)
  const arrived = { ...arriving, incoming: inChinese(home, talk, language, arriving.incoming) }
  const scene = talk
    ? goOn({ home, house }, talk, arrived, switched)
    : begin(currentFlow(house, 'help'), EMPTY, arrived)
  const ran = begunAnew(house, run(scene, arrived), arrived)
  const moved = movedOn(house, scene, ran, arrived) ?? ran
  const reply = withWords(replied(home, scene, moved, arrived, talk?.before ?? []), arriving)
  return language === undefined ? reply : { ...reply, talk: { ...reply.talk, language } }
}

/** What somebody has the bot tell comes after its first message, and before its question. */
function withWords(reply: Reply, { incoming }: Arrived): Reply {
  const [first, ...rest] = reply.out
  if (incoming.kind !== 'check_in' || incoming.words === undefined || !first) return reply
  const told = { from: 'bot', text: incoming.words, urgency: 'notice' } as const
  return { ...reply, out: [first, told, ...rest] }
}

/** A talk that begins on a flow of choice: for rehearsals of flows that somebody else starts. */
export function startFlow(house: House, flowId: string, arrived: Arrived): Reply {
  const scene = begin(stageOf(house, house.current, flowId), EMPTY, arrived)
  return replied(house, scene, run(scene, arrived), arrived, [])
}

/** The language of this turn. `switched`: it was asked for just now; the open question is said in it. */
function languageOf(house: House, known: string | undefined, incoming: Incoming) {
  const { languages } = house
  const asked = wish(house, incoming)
  if (!languages || asked === undefined) return { language: known, switched: false }
  const language = Object.hasOwn(languages, asked) ? asked : undefined
  return { language, switched: language !== known || incoming.kind === 'text' }
}

function wish({ languages, phrases }: House, incoming: Incoming): string | undefined {
  if (!languages) return undefined
  const back = phrases['words.language.back']?.split(' ') ?? []
  if (incoming.kind === 'text') return languageAsked(languages, back, incoming.text)
  return incoming.kind === 'opened' ? incoming.language : undefined
}

/** What somebody writes in another language as the Chinese that it means, as far as that is known. */
function inChinese(
  home: House,
  talk: Talk | null,
  language: string | undefined,
  incoming: Incoming,
): Incoming {
  const { languages } = home
  if (incoming.kind !== 'text' || !languages) return incoming
  const label = talk && language !== undefined && labelHeard(home, talk, language, incoming.text)
  return { ...incoming, text: label || heardAs(languages, language, incoming.text) }
}

/** An option named by its label in the language that it was shown in: the Chinese label of the same option. */
function labelHeard(home: House, talk: Talk, language: string, text: string): string | undefined {
  const shownIn = (house: House) => {
    const { setting } = stageOf(house, talk.bundle, talk.flow)
    const memory = memoryIn(talk.snapshot)
    return [...optionsShown(setting, memory), ...leavesOpen(setting, memory)]
  }
  const labels = shownIn(houseIn(home, language)).map(({ label }) => label)
  return shownIn(home)[labelMeant(labels, text)]?.label
}

/** Where a turn starts: the stage, the place on it, and what the message means there. */
type Scene = {
  readonly stage: Stage
  readonly snapshot: AnyMachineSnapshot
  readonly meanings: readonly Meaning[]
  readonly before: Memory
}

function begin(stage: Stage, memory: Memory, arrived: Arrived): Scene {
  const known = withPreset(memory, arrived.incoming)
  const isOpening = arrived.incoming.kind === 'opened'
  const fresh = isOpening ? { ...known, welcomedAt: arrived.now } : known
  const opened = opening(stage.setting, fresh, arrived)
  return {
    stage,
    snapshot: asleep(stage.ready, opened.memory),
    meanings: opened.meanings,
    before: memory,
  }
}

/** `house` speaks the language of the talk; `home` understands. */
type Houses = { readonly home: House; readonly house: House }

function goOn({ home, house }: Houses, talk: Talk, arrived: Arrived, switched: boolean): Scene {
  const stage = stageOf(house, talk.bundle, talk.flow)
  const memory = memoryIn(talk.snapshot)
  const { incoming, now } = arrived
  if (incoming.kind === 'check_in') {
    const flow = incoming.flow ?? 'check_in'
    return speakUp(house, flow, memory, stage, thaw(stage.ready, talk.snapshot), arrived)
  }
  const patched = withPreset(
    isResident(incoming) ? { ...memory, rung: 0, askedAt: now } : memory,
    incoming,
  )
  const snapshot = thaw(stage.ready, withMemory(talk.snapshot, patched))
  const { setting } = stageOf(home, talk.bundle, talk.flow)
  const moment = { setting, memory: patched, before: talk.before, now }
  const meanings: readonly Meaning[] = switched
    ? [{ type: 'repeat' }]
    : inTime(memory, arrived, interpret(moment, incoming))
  // Whoever scans the code of a talk that ended without a case wants to begin.
  const isNew = meanings.some(({ type }) => type === 'reopened') && !memory.caseRef
  if (isOver(snapshot) && (isNew || (isResident(incoming) && !meanings.every(isForEnded)))) {
    return beginAgain(house, memory, arrived)
  }
  return { stage, snapshot, meanings, before: memory }
}

/** After an end: about the open case; a new trouble told to a closed one is a new request. */
function beginAgain(house: House, memory: Memory, arrived: Arrived): Scene {
  const help = () => begin(currentFlow(house, 'help'), { ...EMPTY, preset: memory.preset }, arrived)
  if (!memory.caseRef) return help()
  if (memory.caseRef.status === 'closed') {
    const told = help()
    if (memoryOf(told.snapshot).heard.some(({ polarity }) => polarity === 'present')) return told
  }
  return begin(currentFlow(house, 'case'), carried(memory), arrived)
}

/** 「有新的难处」: the flow about the old case ended so, and a new request begins in the same breath. */
function begunAnew(house: House, ran: Ran, arrived: Arrived): Ran {
  const { outcome, preset } = memoryOf(ran.snapshot)
  if (outcome !== ANEW) return ran
  const opened = { ...arrived, incoming: { kind: 'opened' } as const }
  const next = run(begin(currentFlow(house, 'help'), { ...EMPTY, preset }, opened), opened)
  return { ...next, out: [...ran.out, ...next.out], events: [...ran.events, ...next.events] }
}

/** How a flow ends that leads to a new request. */
const ANEW = 'anew'

/**
 * A text that was sent before the open question was asked, and came late or out of order: it stands in the
 * transcript and never answers (fault F6). Danger, a person, a withdrawal and a story count whenever they come.
 */
function inTime(
  memory: Memory,
  { incoming, sentAt }: Arrived,
  meanings: readonly Meaning[],
): readonly Meaning[] {
  const isLate = sentAt !== undefined && sentAt < memory.askedAt - LIMITS.lateMs
  if (!isLate || incoming.kind !== 'text') return meanings
  return meanings.map((meaning) => (TIMELESS.has(meaning.type) ? meaning : { type: 'late' }))
}

const TIMELESS = new Set<Meaning['type']>([
  'crisis',
  'watch',
  'person',
  'urgent',
  'withdraw',
  'told',
  'thanks',
])

/** At an end, with nothing asked beside it: what is written now begins a new talk. */
const isOver = (snapshot: AnyMachineSnapshot) => snapshot.matches('ended')

/** The bot asks by itself, but never into a talk that is still open. */
function speakUp(
  house: House,
  flow: 'check_in' | 'after_close' | 'plan_word',
  memory: Memory,
  stage: Stage,
  snapshot: AnyMachineSnapshot,
  arrived: Arrived,
): Scene {
  const rests = isOver(snapshot) || (snapshot.matches('parked') && memory.caseRef !== null)
  if (!rests) return { stage, snapshot, meanings: [], before: memory }
  return begin(currentFlow(house, flow), carried(memory), arrived)
}

/** What a new talk with the same person may know: who, where, and the open case. */
function carried(memory: Memory): Memory {
  const isClosed = memory.caseRef?.status === 'closed'
  const names = [
    'consent',
    'for_whom',
    'subject_agrees',
    'subject_name',
    'phone',
    'address',
    ...(isClosed ? [] : ['need']),
  ]
  const kept = Object.entries(memory.answers).filter(([slot]) => names.includes(slot))
  const { caseRef, adviser, preset, urgency, crisis, heard } = memory
  return {
    ...EMPTY,
    answers: Object.fromEntries(kept),
    caseRef,
    adviser,
    preset,
    urgency,
    crisis,
    ...(isClosed ? { ofClosed: true } : { heard }),
  }
}

function withPreset(memory: Memory, incoming: Incoming): Memory {
  if (incoming.kind !== 'opened' || !incoming.preset) return memory
  return { ...memory, preset: incoming.preset }
}

const isResident = (incoming: Incoming) =>
  incoming.kind === 'text' || incoming.kind === 'tap' || incoming.kind === 'media'

/** The meanings in turn. */
function run({ stage, meanings, snapshot: from }: Scene, { now, fresh, known }: Arrived): Ran {
  const around = known ? { now, fresh, known } : { now, fresh }
  let snapshot = from
  const out: Outgoing[] = []
  const events: DomainEvent[] = []
  for (const meaning of meanings) {
    const turned = turn(stage.ready, snapshot, { ...meaning, ...around })
    snapshot = turned.snapshot
    out.push(...turned.out)
    events.push(...turned.events)
  }
  return { stage, snapshot, out, events }
}

/** What goes out; the case is written out if anything of it changed. */
function replied(
  home: House,
  scene: Scene,
  ran: Ran,
  arrived: Arrived,
  said: readonly string[],
): Reply {
  const { stage, snapshot, events } = ran
  const { bundle, flow } = stage.setting
  const filing = stageOf(home, bundle.hash, flow.id)
  const { now, incoming } = arrived
  const out = [...ran.out]
  const memory = memoryOf(snapshot)
  const quiet = snapshot.matches({ with_person: 'talking' })
  if (out.length === 0 && isResident(incoming) && !quiet)
    out.push(...notUnderstood(stage, memory, now))
  return {
    talk: {
      bundle: bundle.hash,
      flow: flow.id,
      snapshot: freeze(stage.ready, snapshot),
      before: remembered(said, scene, incoming),
      lastAt: now,
    },
    out,
    // The case first: an alarm, a note, a call for a person then finds the case it belongs to.
    events: [...caseEvents(filing, scene.before, memory, now), ...events],
    wakeAt: wakeAt(stage.setting, memory, quiet || snapshot.matches('with_person')),
    ...(memory.filed === null && scene.before.filed === undefined ? { asksFile: true } : {}),
  }
}

/** A resident is never left without a word. */
function notUnderstood({ setting }: Stage, memory: Memory, now: Instant): readonly Outgoing[] {
  const sorry = phrase(setting, 'miss.fallback', memory, now)
  const again = openQuestion(setting, memory, now)
  return [sorry, again].filter((message) => message !== null)
}

/**
 * What the next message may be the other half of (「我不想」「活了」). A number or a place that was understood ends it:
 * nobody types a sentence around a phone number. A yes or no does not: 「我不想」 is one too.
 */
function remembered(
  said: readonly string[],
  { stage, meanings, before }: Scene,
  incoming: Incoming,
): readonly string[] {
  if (incoming.kind !== 'text') return said
  const open = before.open
  const slot = open?.mode === 'ask' ? stage.setting.questions[open.step]?.question.into : undefined
  const type = slot === undefined ? undefined : stage.setting.slots[slot]?.type
  const isFigure = type !== undefined && FIGURES.has(type)
  if (isFigure && meanings.some((meaning) => meaning.type === 'answer')) return []
  return [...said, incoming.text.slice(0, LIMITS.storyLength)].slice(-LIMITS.joinedMessages)
}

const FIGURES: ReadonlySet<string> = new Set([
  'phone',
  'money',
  'number',
  'household',
  'age',
  'date',
  'address',
])

function caseEvents(stage: Stage, before: Memory, after: Memory, now: Instant): DomainEvent[] {
  if (!after.caseRef || filedPart(before) === filedPart(after)) return []
  const file = fileCase(stage.setting, after, now)
  if (!file) return []
  const type = before.caseRef?.id === after.caseRef.id ? 'case_updated' : 'case_opened'
  return [{ type, file }]
}

/** The part of the memory that the case is made of. */
function filedPart(memory: Memory): string {
  const { answers, heard, urgency, crisis, wantsPerson, caseRef, preset } = memory
  return JSON.stringify([answers, heard, urgency, crisis, wantsPerson, caseRef, preset])
}

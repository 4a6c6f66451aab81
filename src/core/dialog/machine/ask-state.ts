import { judge } from '../../conditions/judge.ts'
import { factsOf } from '../facts.ts'
import type { Question, SlotDef } from '../flow/schema.ts'
import { phrase } from '../say/phrase.ts'
import type { Setting } from '../setting.ts'
import {
  ask,
  hasNeeds,
  hold,
  holdKeys,
  holdStated,
  keep,
  recorded,
  rememberHeard,
} from './ask-actions.ts'
import { between, confirming, hearing, picking, reflecting, zero } from './confirm-states.ts'
import { answered, valueIn } from './keep.ts'
import { isLeftOut } from './leaves.ts'
import { type AddressValue, answerOf, type Memory } from './memory.ts'
import { mediaMoves, missMoves, outsideMoves, photosDone, skipMoves } from './miss-moves.ts'
import { type Action, type Move, type Node, remember, tell, when } from './moves.ts'
import type { Signal } from './signal.ts'

/**
 * A question as a state. It opens at a gate that passes what is not to be asked (its condition is false, or
 * the answer is known), then asks, confirms, lets choose, and leaves by `passed` along the answer's own road.
 */
export function askState(setting: Setting, question: Question, next: string): Node {
  const def = setting.slots[question.into] as SlotDef
  return {
    id: question.id,
    initial: 'gate',
    states: {
      gate: gate(setting, question, def, next),
      asking: asking(setting, question, def),
      ...beside(setting, question, def),
      passed: passed(question, next),
    },
  }
}

/** The states that this kind of question needs beside asking. None is built that could never be entered. */
function beside(setting: Setting, question: Question, def: SlotDef): Record<string, Node> {
  const isPlace = def.type === 'address'
  return {
    ...(question.confirm || isPlace ? { confirming: confirming(setting, question, def) } : {}),
    ...(isStated(def) && !isPlace ? { hearing: hearing(setting, question, def) } : {}),
    ...(question.reflect ? { reflecting: reflecting(setting, question) } : {}),
    ...(isPlace ? { picking: picking(setting, question) } : {}),
    ...(isChosen(def) ? { between: between(setting, question) } : {}),
    ...(def.type === 'money' ? { zero: zero(setting, question) } : {}),
  }
}

/** A story may have said it before it is asked. */
const isStated = (def: SlotDef) => def.hears !== undefined || def.type === 'story'

const isChosen = (def: SlotDef) => def.type === 'choice' || def.type === 'choices'

function gate(setting: Setting, question: Question, def: SlotDef, next: string): Node {
  const condition = question.when ? setting.conditions.get(question.when) : undefined
  const isClosed = (m: Memory) =>
    condition !== undefined && judge(condition, factsOf(m)).value === false
  return {
    always: [
      { guard: when(isClosed), target: `#${next}` },
      { guard: when((m) => m.answers[question.into] !== undefined), target: 'passed' },
      { guard: when(isLeftOut(setting, question.id)), target: `#${next}` },
      ...(isStated(def) ? statedMoves(question, def) : []),
      { target: 'asking' },
    ],
  }
}

/** What was said before is confirmed; a place that it may be is offered for choice. */
function statedMoves(question: Question, def: SlotDef): readonly Move[] {
  const said = when((m) => m.stated[question.into] !== undefined)
  if (def.type !== 'address') return [{ guard: said, target: 'hearing' }]
  const isSure = (m: Memory) => (m.stated[question.into] as AddressValue | undefined)?.sure === true
  return [
    { guard: when(isSure), target: 'confirming', actions: [holdStated(question, 'confirm')] },
    { guard: said, target: 'picking', actions: [holdStated(question, 'pick')] },
  ]
}

function asking(setting: Setting, question: Question, def: SlotDef): Node {
  return {
    entry: ask(setting, question, 'ask'),
    on: {
      answer: [
        ...otherwise(question),
        ...outsideMoves(setting, question, def),
        ...takenMoves(setting, question, def),
      ],
      ...(isChosen(def) ? { between: [{ target: 'between', actions: [holdKeys(question)] }] } : {}),
      ...(def.type === 'money' ? { zero: [{ target: 'zero' }] } : {}),
      miss: missMoves(setting, question),
      skip: skipMoves(setting, question),
      media: mediaMoves(setting, question, def),
    },
  }
}

/** A good answer: a place is looked at more closely, what needs a yes is confirmed, the rest is kept. */
function takenMoves(setting: Setting, question: Question, def: SlotDef): readonly Move[] {
  if (def.type === 'address') return addressMoves(setting, question)
  if (def.type === 'photos') return [{ target: 'passed', actions: [photosDone(question)] }]
  if (question.confirm) return [{ target: 'confirming', actions: [hold('confirm', question)] }]
  const kept: Move = { target: 'passed', actions: [rememberHeard, ...keep(setting, question)] }
  if (!question.reflect) return [kept]
  const isTold = when((_, s) => s.type === 'answer' && hasNeeds(s))
  return [{ ...kept, guard: isTold, target: 'reflecting' }, kept]
}

/** Free words at a choice go to another slot and on along the flow's own road. */
function otherwise(question: Question): readonly Move[] {
  const other = question.otherwise
  if (!other) return []
  const isFree = (s: Signal) => {
    const value = valueIn(s)
    return typeof value === 'string' && !question.options?.[value]
  }
  return [
    {
      guard: when((_, s) => isFree(s)),
      target: `#${other.goto}`,
      actions: [
        remember((m, s) => ({
          answers: {
            ...m.answers,
            [other.into]: {
              step: question.id,
              at: s.now,
              basis: 'answer',
              value: valueIn(s) ?? '',
            },
          },
        })),
      ],
    },
  ]
}

/** A place that is not certain is offered for choice; one that is not found is asked once more, then kept as it is. */
function addressMoves(setting: Setting, question: Question): readonly Move[] {
  const place = (s: Signal) => valueIn(s) as AddressValue
  return [
    {
      guard: when((_, s) => place(s).sure),
      target: 'confirming',
      actions: [hold('confirm', question)],
    },
    {
      guard: when((_, s) => (place(s).options?.length ?? 0) > 0),
      target: 'picking',
      actions: [hold('pick', question)],
    },
    {
      guard: when((m) => m.tries === 0),
      actions: [
        remember((m, s) => ({
          tries: m.tries + 1,
          stated: m.stated,
          ...rememberWords(m, place(s)),
        })),
        tell((m, s) => phrase(setting, question.miss ?? 'miss.address', m, s.now)),
      ],
    },
    { target: 'passed', actions: [keepJoined(question), recorded(question)] },
  ]
}

const rememberWords = (m: Memory, place: AddressValue): Partial<Memory> =>
  m.open ? { open: { ...m.open, held: place } } : {}

/** The second try of an address: both wordings are kept for the person who sorts it out. */
function keepJoined(question: Question): Action {
  return remember((m, s) => {
    const first = m.open?.held as AddressValue | undefined
    const second = valueIn(s) as AddressValue
    const text = first && first.text !== second.text ? `${first.text}；${second.text}` : second.text
    return answered(m, question, { text, sure: false }, 'answer', s.now)
  })
}

/** The road that the answer itself takes, else the next step. */
function passed(question: Question, next: string): Node {
  const roads = Object.entries(question.options ?? {}).flatMap(([key, { goto }]) =>
    goto
      ? [{ guard: when((m: Memory) => answerOf(m, question.into) === key), target: `#${goto}` }]
      : [],
  )
  return {
    entry: [remember(() => ({ open: null }))],
    always: [...roads, { target: `#${next}` }],
  }
}

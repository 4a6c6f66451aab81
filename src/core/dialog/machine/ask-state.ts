import { judge } from '../../conditions/judge.ts'
import { factsOf } from '../facts.ts'
import type { Question, SlotDef } from '../flow/schema.ts'
import { phrase } from '../say/phrase.ts'
import type { Setting } from '../setting.ts'
import { ask, hasNeeds, hold, holdKeys, keep, recorded, rememberHeard } from './ask-actions.ts'
import { isOutside } from './check-answer.ts'
import { between, confirming, hearing, picking, reflecting, zero } from './confirm-states.ts'
import { answered, valueIn } from './keep.ts'
import { type AddressValue, answerOf, type Memory, type Value } from './memory.ts'
import { mediaMoves, missed, missMoves, skipMoves } from './miss-moves.ts'
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
      gate: gate(setting, question, next),
      asking: asking(setting, question, def),
      confirming: confirming(setting, question, def),
      hearing: hearing(setting, question, def),
      reflecting: reflecting(setting, question),
      picking: picking(setting, question),
      between: between(setting, question),
      zero: zero(setting, question),
      passed: passed(question, next),
    },
  }
}

function gate(setting: Setting, question: Question, next: string): Node {
  const condition = question.when ? setting.conditions.get(question.when) : undefined
  const isClosed = (m: Memory) =>
    condition !== undefined && judge(condition, factsOf(m)).value === false
  return {
    always: [
      { guard: when(isClosed), target: `#${next}` },
      { guard: when((m) => m.answers[question.into] !== undefined), target: 'passed' },
      { guard: when((m) => m.stated[question.into] !== undefined), target: 'hearing' },
      { target: 'asking' },
    ],
  }
}

function asking(setting: Setting, question: Question, def: SlotDef): Node {
  return {
    entry: ask(setting, question, 'ask'),
    on: {
      answer: [
        ...otherwise(question),
        {
          guard: when((_, s) => isOutside(question, def, valueIn(s) as Value)),
          actions: missed(setting, question),
        },
        ...addressMoves(setting, question, def),
        ...(question.confirm && def.type !== 'address'
          ? [{ target: 'confirming', actions: [hold('confirm', question)] }]
          : []),
        ...(question.reflect
          ? [
              {
                guard: when((_, s) => s.type === 'answer' && hasNeeds(s)),
                target: 'reflecting',
                actions: [...keep(question), rememberHeard],
              },
            ]
          : []),
        { target: 'passed', actions: [...keep(question), rememberHeard] },
      ],
      between: [{ target: 'between', actions: [holdKeys(question)] }],
      zero: [{ target: 'zero' }],
      miss: missMoves(setting, question),
      skip: skipMoves(setting, question),
      media: mediaMoves(setting, question, def),
    },
  }
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
function addressMoves(setting: Setting, question: Question, def: SlotDef): readonly Move[] {
  if (def.type !== 'address') return []
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

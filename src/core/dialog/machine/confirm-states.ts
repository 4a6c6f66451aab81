import type { Question, SlotDef } from '../flow/schema.ts'
import { phrase } from '../say/phrase.ts'
import { openQuestion } from '../say/question.ts'
import type { Setting } from '../setting.ts'
import { ask, drop, forgetStated, hold, keep, keepHeld, recorded } from './ask-actions.ts'
import { callPerson } from './call-person.ts'
import { hasBounds, isOutside } from './check-answer.ts'
import { answered, opened, valueIn } from './keep.ts'
import type { AddressValue, Memory, Open, Value } from './memory.ts'
import { missMoves, outsideMoves, skipMoves } from './miss-moves.ts'
import { type Action, type Node, remember, tell, when } from './moves.ts'
import type { Signal } from './signal.ts'

export function confirming(setting: Setting, question: Question, def: SlotDef): Node {
  return {
    entry: ask(setting, question, 'confirm'),
    on: {
      yes: [{ target: 'passed', actions: [keepHeld(question, 'answer'), recorded(question)] }],
      no: [{ target: 'asking', actions: [drop] }],
      answer: [
        ...outsideMoves(setting, question, def),
        { target: 'confirming', reenter: true, actions: [hold('confirm', question)] },
      ],
      miss: missMoves(setting, question),
      skip: skipMoves(setting, question),
    },
  }
}

/** The story has said it already: a yes is enough. */
export function hearing(setting: Setting, question: Question, def: SlotDef): Node {
  return {
    entry: [
      remember((m, s) =>
        opened(
          m,
          { step: question.id, mode: 'heard', held: m.stated[question.into] as Value },
          s.now,
        ),
      ),
      tell((m, s) => openQuestion(setting, m, s.now)),
    ],
    on: {
      yes: [
        {
          target: 'passed',
          actions: [keepHeld(question, 'story'), ...readBack(question), recorded(question)],
        },
      ],
      no: [{ target: 'asking', actions: [forgetStated(question)] }],
      answer: [
        ...(hasBounds(question)
          ? [
              {
                guard: when((_, s) => isOutside(question, def, valueIn(s) as Value)),
                target: 'asking',
                actions: [forgetStated(question)],
              },
            ]
          : []),
        { target: 'passed', actions: keep(setting, question) },
      ],
      miss: [{ target: 'asking', actions: [forgetStated(question)] }],
      skip: skipMoves(setting, question),
    },
  }
}

/** Where the needs are read back with the story, one yes settles both. */
const readBack = ({ heard }: Question): readonly Action[] =>
  heard?.includes('{heard}') ? [settle(true)] : []

const settle = (confirmed: boolean): Action =>
  remember((m) => ({ heard: m.heard.map((need) => ({ ...need, confirmed })) }))

/** 「我听到的是…，对吗」: only what is confirmed here may count. */
export function reflecting(setting: Setting, question: Question): Node {
  return {
    entry: ask(setting, question, 'reflect'),
    on: {
      yes: [{ target: 'passed', actions: [settle(true)] }],
      no: [
        {
          target: 'passed',
          actions: [settle(false), tell((m, s) => phrase(setting, 'reflect.no', m, s.now))],
        },
      ],
      miss: [{ target: 'passed' }],
      skip: [{ target: 'passed' }],
    },
  }
}

export function picking(setting: Setting, question: Question): Node {
  const chosen = (m: Memory, s: Signal): AddressValue | undefined => {
    const held = m.open?.held as AddressValue
    const place = held.options?.[Number(valueIn(s))]
    if (!place) return undefined
    const { street, committee } = place
    return {
      text: held.text,
      sure: true,
      district: street.slice(0, 6),
      street,
      ...(committee ? { committee } : {}),
    }
  }
  return {
    entry: [
      remember((m, s) => ({
        open: { ...(m.open as Open), mode: 'pick' },
        tries: 0,
        rung: 0,
        askedAt: s.now,
      })),
      tell((m, s) => openQuestion(setting, m, s.now)),
    ],
    on: {
      answer: [
        {
          guard: when((m, s) => chosen(m, s) !== undefined),
          target: 'passed',
          actions: [
            remember((m, s) => answered(m, question, chosen(m, s) as Value, 'answer', s.now)),
            recorded(question),
          ],
        },
        {
          guard: when((_, s) => typeof valueIn(s) === 'object'),
          target: 'confirming',
          actions: [hold('confirm', question)],
        },
        { target: 'passed', actions: [keepUnsure(question), recorded(question)] },
      ],
      miss: [{ target: 'passed', actions: [keepUnsure(question), recorded(question)] }],
      skip: [{ target: 'passed', actions: [keepUnsure(question), recorded(question)] }],
    },
  }
}

/** None of the offered places: the words stay, a person finds the street. */
function keepUnsure(question: Question): Action {
  return remember((m, s) => {
    const { text } = (m.open as Open).held as AddressValue
    return answered(m, question, { text, sure: false }, 'answer', s.now)
  })
}

export function between(setting: Setting, question: Question): Node {
  return {
    entry: [tell((m, s) => openQuestion(setting, m, s.now))],
    on: {
      answer: [{ target: 'passed', actions: keep(setting, question) }],
      miss: [{ target: 'asking' }],
      skip: skipMoves(setting, question),
    },
  }
}

export function zero(setting: Setting, question: Question): Node {
  const nothing: Value =
    setting.slots[question.into]?.type === 'money'
      ? { min: 0, max: 0, approx: false, per: 'month' }
      : 0
  return {
    entry: ask(setting, question, 'zero'),
    on: {
      answer: [
        {
          guard: when((_, s) => valueIn(s) === 'person'),
          target: 'asking',
          actions: callPerson(setting, 'asked'),
        },
        {
          target: 'passed',
          actions: [
            remember((m, s) => answered(m, question, nothing, 'answer', s.now)),
            recorded(question),
          ],
        },
      ],
      miss: [{ target: 'asking' }],
      skip: skipMoves(setting, question),
    },
  }
}

import type { Question, SlotDef } from '../flow/schema.ts'
import { phrase } from '../say/phrase.ts'
import { openQuestion } from '../say/question.ts'
import type { Setting } from '../setting.ts'
import { callPerson } from './call-person.ts'
import { hasBounds, isOutside } from './check-answer.ts'
import { answered, left, met, valueIn } from './keep.ts'
import { answerOf, type Memory } from './memory.ts'
import { type Action, type Move, note, remember, tell, when } from './moves.ts'
import type { Signal } from './signal.ts'

/**
 * First another wording, then the simplest form, then a person: never a fourth time the same (rule 15). What can
 * not be left open (consent) waits until the person is there, or the resident says 接着说.
 */
export function missMoves(setting: Setting, question: Question): readonly Move[] {
  const spent = (m: Memory) => m.tries >= setting.flow.defaults.retries
  const call = callPerson(setting, 'misses')
  if (question.skippable === false) {
    const waits: readonly Action[] = [...call, remember(() => ({ tries: 0 }))]
    return [
      { guard: when(spent), target: '#waiting', actions: waits },
      { actions: missed(setting, question) },
    ]
  }
  return [
    {
      guard: when(spent),
      target: 'passed',
      actions: [...call, ...leave(question, () => 'misses')],
    },
    { actions: missed(setting, question) },
  ]
}

/** A value outside what the question takes is a miss like any other: it is asked again, but not for ever. */
export function outsideMoves(setting: Setting, question: Question, def: SlotDef): readonly Move[] {
  if (!hasBounds(question)) return []
  return missMoves(setting, question).map(({ guard, ...move }) => ({
    ...move,
    guard: (args) => {
      const value = valueIn(args.event)
      if (value === undefined || !isOutside(question, def, value)) return false
      return guard === undefined || guard(args)
    },
  }))
}

function missed(setting: Setting, question: Question): readonly Action[] {
  return [
    remember((m) => ({ tries: m.tries + 1, ...met(m, question) })),
    note((m) => ({ type: 'answer_not_understood', step: question.id, tries: m.tries })),
    tell((m, s) => {
      const asked = openQuestion(setting, m, s.now)
      const first = m.open?.mode === 'ask' ? question.miss : undefined
      const sorry = phrase(
        setting,
        m.tries === 1 ? (first ?? 'miss.first') : 'miss.simple',
        m,
        s.now,
      )
      if (!asked || !sorry) return asked
      return m.tries === 1 && first && !asked.options
        ? { ...asked, text: sorry.text }
        : { ...asked, text: `${sorry.text}\n${asked.text}` }
    }),
  ]
}

export function skipMoves(setting: Setting, question: Question): readonly Move[] {
  if (question.skippable === false) {
    return [
      {
        actions: [
          tell((m, s) => phrase(setting, 'skip.needed', m, s.now)),
          tell((m, s) => openQuestion(setting, m, s.now)),
        ],
      },
    ]
  }
  return [
    {
      target: 'passed',
      actions: [
        ...leave(question, (s) => (s.type === 'skip' ? s.how : 'skip')),
        tell((m, s) => phrase(setting, 'skip.done', m, s.now)),
      ],
    },
  ]
}

type How = 'skip' | 'refuse' | 'unsure' | 'misses'

/** Left open: unknown, never asked a second time, never counted against anybody (rule 13). */
function leave(question: Question, how: (s: Signal) => How): readonly Action[] {
  const { id: step, into: slot } = question
  return [
    remember((m, s) => left(m, question, how(s), s.now)),
    note((_, s) => ({ type: 'answer_skipped', step, slot, how: how(s) })),
  ]
}

/** Photos are an answer where they are asked for; elsewhere they are kept and the question stays. */
export function mediaMoves(setting: Setting, question: Question, def: SlotDef): readonly Move[] {
  if (def.type !== 'photos') return []
  return [
    {
      actions: [
        remember((m, s) => {
          const count = s.type === 'media' ? s.count : 0
          const before = answerOf(m, question.into)
          return answered(
            m,
            question,
            (typeof before === 'number' ? before : 0) + count,
            'answer',
            s.now,
          )
        }),
        tell((m, s) => phrase(setting, 'media.photos', m, s.now)),
      ],
    },
  ]
}

/** 「好了」: the photos that came are the answer; without any the question stays open, and nobody minds. */
export function photosDone(question: Question): Action {
  return remember((m, s) =>
    m.answers[question.into] === undefined ? left(m, question, 'skip', s.now) : {},
  )
}

import { judge } from '../../conditions/judge.ts'
import { factsOf } from '../facts.ts'
import { phrase } from '../say/phrase.ts'
import { openQuestion } from '../say/question.ts'
import type { Setting } from '../setting.ts'
import { deedActions } from './deeds.ts'
import { valueIn } from './keep.ts'
import { answerOf, type Memory, type Mode } from './memory.ts'
import { type Action, type Move, type Node, note, remember, tell, when } from './moves.ts'
import { reask } from './repair.ts'

/** Questions beside the flow. The flow's own question stays open beneath and is asked again on return. */
export function asideStates(setting: Setting, first: string): Readonly<Record<string, Node>> {
  const say = (key: string) => tell((m, s) => phrase(setting, key, m, s.now))
  const back: Move = { target: '#returning', actions: [closed] }
  return {
    withdrawing: {
      id: 'withdrawing',
      entry: aside(setting, 'withdraw'),
      on: {
        yes: [
          {
            target: '#end_withdrawn',
            actions: [...deedActions({ withdraw: true }), closed, say('withdraw.done')],
          },
        ],
        no: [{ ...back, actions: [closed, say('withdraw.kept')] }],
        miss: [{ ...back, actions: [closed, say('withdraw.kept')] }],
        skip: [{ ...back, actions: [closed, say('withdraw.kept')] }],
      },
    },
    restarting: {
      id: 'restarting',
      entry: aside(setting, 'restart'),
      on: {
        answer: [
          {
            guard: when((_, s) => valueIn(s) === 'yes'),
            target: '#going',
            actions: [remember((m) => fromStart(m, first)), resumed('restart')],
          },
          back,
        ],
        miss: [back],
        skip: [back],
      },
    },
    resuming: {
      id: 'resuming',
      entry: aside(setting, 'resume'),
      on: {
        answer: [
          {
            guard: when((_, s) => valueIn(s) === 'go_on'),
            target: '#returning',
            actions: [closed, resumed('go_on')],
          },
          { guard: when((_, s) => valueIn(s) === 'restart'), target: '#restarting' },
          { target: '#parked', actions: [closed, say('pause.done')] },
        ],
        resume: [{ target: '#returning', actions: [closed, resumed('go_on')] }],
        miss: [{ target: '#returning', actions: [closed, resumed('go_on')] }],
        skip: [{ target: '#returning', actions: [closed, resumed('go_on')] }],
      },
    },
    correcting: {
      id: 'correcting',
      entry: [tell((m, s) => openQuestion(setting, m, s.now))],
      on: {
        yes: [
          {
            target: '#going',
            actions: [
              note((m) => ({
                type: 'answer_corrected',
                slot: m.aside?.slot ?? '',
                dropped: dropped(setting, m),
              })),
              tell((m, s) => phrase(setting, 'correct.done', m, s.now)),
              remember((m, s) => corrected(setting, m, s.now)),
            ],
          },
        ],
        no: [{ ...back, actions: [closed, say('correct.kept')] }],
        answer: [
          {
            target: 'correcting',
            reenter: true,
            actions: [
              remember((m, s) => {
                const held = valueIn(s)
                return m.aside && held !== undefined ? { aside: { ...m.aside, held } } : {}
              }),
            ],
          },
        ],
        miss: [back],
        skip: [back],
      },
    },
    choosing_correction: {
      id: 'choosing_correction',
      entry: aside(setting, 'which'),
      on: {
        answer: [
          {
            target: '#going',
            actions: [remember((m, s) => ({ ...reask(m, String(valueIn(s))), aside: null }))],
          },
        ],
        miss: [back],
        skip: [back],
      },
    },
  }
}

function aside(setting: Setting, mode: Mode): readonly Action[] {
  return [
    remember((m) => ({ aside: { step: m.open?.step ?? m.trail.at(-1) ?? '', mode } })),
    tell((m, s) => openQuestion(setting, m, s.now)),
  ]
}

const closed: Action = remember(() => ({ aside: null, parked: false }))

const resumed = (choice: 'go_on' | 'restart'): Action =>
  note(() => ({ type: 'conversation_resumed', choice }))

/** All over again, but consent, place of the link and an open case stay. */
function fromStart(memory: Memory, first: string): Partial<Memory> {
  const { consent } = memory.answers
  return {
    answers: consent ? { consent } : {},
    stated: {},
    heard: [],
    trail: [],
    done: [],
    open: null,
    aside: null,
    tries: 0,
    left: null,
    parked: false,
    target: first,
  }
}

function corrected(setting: Setting, memory: Memory, now: number): Partial<Memory> {
  const slot = memory.aside?.slot ?? ''
  const held = memory.aside?.held
  const kept = memory.answers[slot]
  if (!kept || held === undefined) return { aside: null, target: memory.open?.step ?? null }
  const changed = {
    ...memory.answers,
    [slot]: { step: kept.step, at: now, basis: 'answer' as const, value: held },
  }
  const gone = dropped(setting, memory)
  const answers = Object.fromEntries(
    Object.entries(changed).filter(([name]) => !gone.includes(name)),
  )
  return { answers, aside: null, open: null, target: kept.step }
}

/** Answers to questions that would no longer be asked once the correction stands. */
function dropped(setting: Setting, memory: Memory): readonly string[] {
  const slot = memory.aside?.slot ?? ''
  const held = memory.aside?.held
  const kept = memory.answers[slot]
  if (!kept || held === undefined) return []
  const after: Memory = {
    ...memory,
    answers: {
      ...memory.answers,
      [slot]: { step: kept.step, at: kept.at, basis: 'answer', value: held },
    },
  }
  return Object.values(setting.questions).flatMap(({ question }) => {
    const condition = question.when ? setting.conditions.get(question.when) : undefined
    if (!condition || answerOf(memory, question.into) === undefined) return []
    return judge(condition, factsOf(after)).value === false ? [question.into] : []
  })
}

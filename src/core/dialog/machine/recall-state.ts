import { judge } from '../../conditions/judge.ts'
import { factsOf } from '../facts.ts'
import type { Setting } from '../setting.ts'
import { ask } from './ask-actions.ts'
import { fitting, type RecallQuestion, recalled } from './filed-facts.ts'
import { valueIn } from './keep.ts'
import { answerOf, type Kept, type Memory } from './memory.ts'
import { missMoves } from './miss-moves.ts'
import { type Action, type Node, note, remember, when } from './moves.ts'
import type { Signal } from './signal.ts'

/**
 * The file is read back, all in one go: 「我们这里记着…，还对吗」. A yes keeps every line, a number leaves that line
 * out so that its question is asked, a no leaves out all. Only to who asks for the own home and has consented:
 * whatever the flow says, no helper is ever read the file of another.
 */
export function recallState(setting: Setting, question: RecallQuestion, next: string): Node {
  const condition = question.when ? setting.conditions.get(question.when) : undefined
  const mayRead = (m: Memory) =>
    answerOf(m, 'consent') === 'yes' &&
    answerOf(m, 'for_whom') === 'self' &&
    m.answers[question.into] === undefined &&
    (condition === undefined || judge(condition, factsOf(m)).value !== false)
  return {
    id: question.id,
    initial: 'gate',
    states: {
      gate: {
        entry: [remember((m, s) => (mayRead(m) ? lookedUp(setting, question, m, s) : {}))],
        always: [
          { guard: when((m) => mayRead(m) && recalled(m, question).length > 0), target: 'asking' },
          { target: `#${next}` },
        ],
      },
      asking: {
        entry: ask(setting, question, 'ask'),
        on: {
          answer: [
            {
              guard: when((_, s) => valueIn(s) === 'no'),
              target: 'passed',
              actions: kept(setting, question, () => []),
            },
            { target: 'passed', actions: kept(setting, question, confirmed) },
          ],
          miss: missMoves(setting, question),
          skip: [{ target: 'passed', actions: kept(setting, question, () => []) }],
        },
      },
      passed: {
        entry: [remember(() => ({ open: null }))],
        always: [{ target: `#${next}` }],
      },
    },
  }
}

function lookedUp(setting: Setting, question: RecallQuestion, m: Memory, s: Signal) {
  if (m.filed) return {}
  return { filed: s.known ? fitting(setting, question, s.known, s.now) : null }
}

/** All lines, but for those whose numbers were given. */
function confirmed(question: RecallQuestion, m: Memory, s: Signal): readonly string[] {
  const value = valueIn(s)
  const changed = Array.isArray(value) ? value : []
  return recalled(m, question).filter((slot) => !changed.includes(slot))
}

type Choose = (question: RecallQuestion, m: Memory, s: Signal) => readonly string[]

/** What is kept stands as an answer from the file, at the question that would have asked it. */
function kept(setting: Setting, question: RecallQuestion, choose: Choose): readonly Action[] {
  const slots = Object.keys(question.recall)
  const isKept = (slot: string, m: Memory, s: Signal) => choose(question, m, s).includes(slot)
  const records = slots.flatMap((slot) => {
    const step = questionFor(setting, slot)?.id
    return step === undefined
      ? []
      : [
          note((m, s) =>
            isKept(slot, m, s)
              ? ({ type: 'answer_recorded', step, slot, basis: 'prefill' } as const)
              : null,
          ),
        ]
  })
  const taken = remember((m, s) => {
    const chosen = choose(question, m, s)
    const said = chosen.length > 0 ? 'yes' : 'no'
    const told = s.type === 'answer' ? s.stated : undefined
    return {
      answers: {
        ...without(m, recalled(m, question)),
        ...Object.fromEntries(chosen.flatMap((slot) => fromFile(setting, m, slot, s.now))),
        [question.into]: { step: question.id, at: s.now, basis: 'answer', value: said },
      },
      stated: { ...m.stated, ...told },
      tries: 0,
    }
  })
  return [...records, taken]
}

function fromFile(setting: Setting, m: Memory, slot: string, now: number) {
  const step = questionFor(setting, slot)?.id
  const fact = m.filed?.[slot]
  if (step === undefined || !fact) return []
  const answer: Kept = { step, at: now, basis: 'prefill', value: fact.value }
  return [[slot, answer] as const]
}

const questionFor = ({ questions, flow }: Setting, slot: string) =>
  Object.values(questions).find((each) => each.flow === flow && each.question.into === slot)
    ?.question

const without = ({ answers }: Memory, slots: readonly string[]) =>
  Object.fromEntries(Object.entries(answers).filter(([slot]) => !slots.includes(slot)))

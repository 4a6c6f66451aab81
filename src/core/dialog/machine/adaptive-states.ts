import { nextQuestion } from '../../assessment/next-question.ts'
import { judge } from '../../conditions/judge.ts'
import { assessmentOf } from '../assess-memory.ts'
import { factsOf } from '../facts.ts'
import type { AdaptiveStep } from '../flow/schema.ts'
import type { Setting } from '../setting.ts'
import { askState } from './ask-state.ts'
import { isLeftOut } from './leaves.ts'
import type { Memory } from './memory.ts'
import { type Node, remember, when } from './moves.ts'

/**
 * A block of questions that asks the one whose answer can change the grade most, and stops when none can.
 * The block is the state that chooses; each question returns to it.
 */
export function adaptiveStates(
  setting: Setting,
  step: AdaptiveStep,
  next: string,
): Readonly<Record<string, Node>> {
  const questions = step.questions.map(
    (question) => [question.id, askState(setting, question, step.id)] as const,
  )
  const closed = step.when ? setting.conditions.get(step.when) : undefined
  const chooser: Node = {
    id: step.id,
    entry: [remember((m, s) => ({ picked: pick(setting, step, m, s.now) }))],
    always: [
      { guard: when(isLeftOut(setting, step.id)), target: `#${next}` },
      ...(closed
        ? [{ guard: when((m) => judge(closed, factsOf(m)).value === false), target: `#${next}` }]
        : []),
      ...step.questions.map(({ id }) => ({
        guard: when((m) => m.picked === id),
        target: `#${id}`,
      })),
      { target: `#${next}` },
    ],
  }
  return { [step.id]: chooser, ...Object.fromEntries(questions) }
}

/** First those that are always asked, then by information; null when the grade is settled. */
function pick(setting: Setting, step: AdaptiveStep, memory: Memory, now: number): string | null {
  if (memory.wanted) return pickWanted(setting, step, memory)
  const asked = step.questions.filter((question) => memory.answers[question.into] !== undefined)
  if (asked.length >= step.adaptive.max) return null
  const open = step.questions.filter(
    (question) => memory.answers[question.into] === undefined && mayAsk(setting, question, memory),
  )
  const due = open.find(({ indicator }) => step.adaptive.always?.includes(indicator))
  if (due) return due.id
  const askable = new Set(open.map((question) => question.indicator))
  const code = nextQuestion(setting.house.model, assessmentOf(setting, memory, now), [...askable])
  return open.find((question) => question.indicator === code)?.id ?? null
}

/** Only what the adviser ticked (只问我勾选的题), in the order of the flow. */
function pickWanted(setting: Setting, step: AdaptiveStep, memory: Memory): string | null {
  const next = step.questions.find(
    (question) =>
      memory.wanted?.includes(question.indicator) &&
      memory.answers[question.into] === undefined &&
      mayAsk(setting, question, memory),
  )
  return next?.id ?? null
}

function mayAsk(setting: Setting, question: AdaptiveStep['questions'][number], memory: Memory) {
  const condition = question.when ? setting.conditions.get(question.when) : undefined
  return !condition || judge(condition, factsOf(memory)).value !== false
}

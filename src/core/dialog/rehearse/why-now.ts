import { gradeRangeOf, type Points } from '../../assessment/grade.ts'
import type { Grade } from '../../assessment/model.ts'
import { judge } from '../../conditions/judge.ts'
import type { IndicatorCode } from '../../indicators.ts'
import { assessmentOf } from '../assess-memory.ts'
import { factsOf } from '../facts.ts'
import { type Memory, type Mode, waiting } from '../machine/memory.ts'
import type { Placed, Setting } from '../setting.ts'
import { memoryIn, type Session } from './session.ts'
import { settingOf } from './walked.ts'

/** Why this question is asked just now, for who writes the flow. */
export type Reason =
  /** It stands next in the list. */
  | { readonly code: 'next' }
  | { readonly code: 'danger' }
  /** Its condition holds, or nobody can tell yet. */
  | { readonly code: 'when'; readonly when: string; readonly known: boolean }
  | { readonly code: 'always' | 'wanted'; readonly indicator: IndicatorCode }
  /** Its answer can change the grade most. */
  | {
      readonly code: 'weighs'
      readonly indicator: IndicatorCode
      readonly weight: number
      readonly outOf: number
      readonly points: Points
      readonly grades: readonly [Grade, Grade]
    }
  /** Not asked but held against what was said: to be confirmed, corrected, chosen between. */
  | { readonly code: 'beside'; readonly mode: Exclude<Mode, 'ask'> }
  /** Not understood so many times. */
  | { readonly code: 'again'; readonly tries: number }

/** Empty when nothing is asked. */
export function whyNow(session: Session): readonly Reason[] {
  const memory = memoryIn(session)
  const setting = settingOf(session)
  const open = memory && waiting(memory)
  if (!memory || !setting || !open) return []
  const placed = setting.questions[open.step]
  return [
    ...(open.mode === 'ask' ? [] : [{ code: 'beside', mode: open.mode } as const]),
    ...(placed ? placedHere(setting, memory, placed, session.now) : []),
    ...(memory.tries > 0 ? [{ code: 'again', tries: memory.tries } as const] : []),
  ]
}

function placedHere(
  setting: Setting,
  memory: Memory,
  { question, step, flow }: Placed,
  now: number,
): readonly Reason[] {
  if (flow === setting.interrupt && flow !== setting.flow) return [{ code: 'danger' }]
  const conditions = [...new Set([step.when, question.when])].filter((when) => when !== undefined)
  const held = conditions.map((when): Reason => {
    const condition = setting.conditions.get(when)
    const known = condition !== undefined && judge(condition, factsOf(memory)).value === true
    return { code: 'when', when, known }
  })
  if ('adaptive' in step && 'indicator' in question) {
    const { indicator } = question
    return [...held, picked(setting, memory, { indicator, always: step.adaptive.always }, now)]
  }
  return held.length > 0 ? held : [{ code: 'next' }]
}

function picked(
  setting: Setting,
  memory: Memory,
  { indicator, always }: { indicator: IndicatorCode; always: readonly string[] | undefined },
  now: number,
): Reason {
  if (memory.wanted) return { code: 'wanted', indicator }
  if (always?.includes(indicator)) return { code: 'always', indicator }
  const { model } = setting.house
  const { points } = assessmentOf(setting, memory, now)
  const weight = model.indicators.find(({ code }) => code === indicator)?.weight ?? 0
  const grades = gradeRangeOf(model, points)
  return { code: 'weighs', indicator, weight, outOf: model.outOf, points, grades }
}

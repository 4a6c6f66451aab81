import type { IndicatorCode } from '../indicators.ts'
import { type Assessment, type AssessmentContext, assess } from './assess.ts'
import type { Model } from './model.ts'
import { nextQuestion } from './next-question.ts'
import { readAnswers } from './read-answers.ts'
import type { SampleHousehold } from './sample-population.ts'

export type Intake = {
  readonly assessment: Assessment
  /** Questions that were asked, answered or not, in their order. */
  readonly asked: readonly string[]
}

/** Asked before anything else, for other reasons than the grade. */
const FIRST = ['people', 'members']

/** Asks a household every question that applies to it. */
export function askEverything(
  model: Model,
  household: SampleHousehold,
  context: AssessmentContext,
): Intake {
  const asked = model.indicators.map(questionOf).filter((slot) => slot in household.answers)
  return { assessment: assessKnown(model, household, asked, context), asked }
}

/** Asks the `always` ones, then the next question of the assessment, until it asks no more. */
export function askAdaptively(
  model: Model,
  household: SampleHousehold,
  context: AssessmentContext,
  always: readonly string[],
): Intake {
  const asked = [...always]
  for (;;) {
    const assessment = assessKnown(model, household, asked, context)
    const askable = model.indicators
      .filter((indicator) => !asked.includes(questionOf(indicator)))
      .map(({ code }): IndicatorCode => code)
    const next = nextQuestion(model, assessment, askable)
    const indicator = model.indicators.find(({ code }) => code === next)
    if (!indicator) return { assessment, asked }
    asked.push(questionOf(indicator))
  }
}

function questionOf({ asks }: { readonly asks: readonly string[] }): string {
  return asks.find((slot) => !FIRST.includes(slot)) ?? ''
}

function assessKnown(
  model: Model,
  { answers, withheld }: SampleHousehold,
  asked: readonly string[],
  context: AssessmentContext,
): Assessment {
  const told = Object.entries(answers).filter(
    ([slot]) => FIRST.includes(slot) || (asked.includes(slot) && !withheld.includes(slot)),
  )
  return assess(model, readAnswers(model, Object.fromEntries(told)).facts, context)
}

import type { AssessmentContext } from './assess.ts'
import type { Model } from './model.ts'
import type { SampleHousehold } from './sample-population.ts'
import { askAdaptively, askEverything } from './simulate-intake.ts'

/** What asking only what matters saves, and whether it changes anyone's grade. */
export type IntakeComparison = {
  readonly households: number
  /** Households whose grade, or open range of grades, is the same both ways. */
  readonly sameGrade: number
  /** Households whose grade is certain after everything was asked. */
  readonly certain: number
  /** Questions asked of all households together. */
  readonly everything: number
  readonly adaptive: number
  /** Households by how many questions they were spared. */
  readonly spared: readonly number[]
}

/** Runs both ways of asking over the same households and counts. */
export function compareIntakes(
  model: Model,
  population: readonly SampleHousehold[],
  context: AssessmentContext,
  always: readonly string[],
): IntakeComparison {
  const pairs = population.map((household) => ({
    full: askEverything(model, household, context),
    short: askAdaptively(model, household, context, always),
  }))
  const spared = pairs.map(({ full, short }) => full.asked.length - short.asked.length)
  const longest = Math.max(0, ...spared)
  return {
    households: pairs.length,
    sameGrade: pairs.filter(
      ({ full, short }) => full.assessment.gradeRange.join() === short.assessment.gradeRange.join(),
    ).length,
    certain: pairs.filter(({ full }) => full.assessment.grade !== undefined).length,
    everything: pairs.reduce((sum, { full }) => sum + full.asked.length, 0),
    adaptive: pairs.reduce((sum, { short }) => sum + short.asked.length, 0),
    spared: Array.from({ length: longest + 1 }, (_, i) => spared.filter((n) => n === i).length),
  }
}

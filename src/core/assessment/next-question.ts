import type { IndicatorCode } from '../indicators.ts'
import { type Deprivations, gradeRangeOf, pointsOf } from './grade.ts'
import type { Model } from './model.ts'

/**
 * The unknown indicator whose answer can change the grade most: the weightiest of those that can
 * still be asked, in the order of the model among equals. Undefined when the grade is certain, or
 * when all answers that can still be had would leave it as it is.
 */
export function nextQuestion(
  model: Model,
  assessment: { readonly deprived: Deprivations },
  askable: readonly IndicatorCode[],
): IndicatorCode | undefined {
  const { deprived } = assessment
  const open = model.indicators.filter(
    ({ code }) => deprived[code] === null && askable.includes(code),
  )
  const range = gradeRangeOf(model, pointsOf(model, deprived)).join()
  const canMove = [true, false].some((value) => {
    const all = Object.fromEntries(open.map(({ code }) => [code, value]))
    return gradeRangeOf(model, pointsOf(model, { ...deprived, ...all })).join() !== range
  })
  return canMove ? open.toSorted((a, b) => b.weight - a.weight)[0]?.code : undefined
}

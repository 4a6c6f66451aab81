import type { Truth } from '../conditions/value.ts'
import type { IndicatorCode } from '../indicators.ts'
import { GRADES, type Grade, type Model } from './model.ts'

/** One truth for each indicator: deprived, not deprived, or not known. */
export type Deprivations = Readonly<Record<IndicatorCode, Truth>>

/** Points that are certain, and points if every unknown turns out deprived. */
export type Points = readonly [low: number, high: number]

/** The sum of the weights, as whole numbers: fractions misgrade one household in twenty. */
export function pointsOf(model: Model, deprived: Deprivations): Points {
  let low = 0
  let open = 0
  for (const { code, weight } of model.indicators) {
    if (deprived[code] === true) low += weight
    if (deprived[code] === null) open += weight
  }
  return [low, low + open]
}

/** The grade of a number of points: the highest band that begins at or below it. */
export function gradeOf(model: Model, points: number): Grade {
  return model.bands.findLast((band) => points >= band.from)?.grade ?? 'none'
}

export function gradeRangeOf(model: Model, [low, high]: Points): readonly [Grade, Grade] {
  return [gradeOf(model, low), gradeOf(model, high)]
}

/** Orders grades: negative when `a` is the lower one. */
export function compareGrades(a: Grade, b: Grade): number {
  return GRADES.indexOf(a) - GRADES.indexOf(b)
}

/** 极高困境: true, false, or unknown while grade or severe points may still go either way. */
export function isExtreme(model: Model, points: Points, severe: Points): Truth {
  const [low, high] = gradeRangeOf(model, points)
  const { within, from } = model.extreme
  if (compareGrades(high, within) < 0 || severe[1] < from) return false
  return compareGrades(low, within) >= 0 && severe[0] >= from ? true : null
}

import type { Truth } from '../conditions/value.ts'
import type { IndicatorCode } from '../indicators.ts'
import { type Deprivations, gradeRangeOf, type Points, pointsOf } from './grade.ts'
import type { Grade, Model } from './model.ts'

/** How firmly a grade stands: data for 「离中还差 n 分」 and 「如果…核实为…」. */
export type Margin = {
  /** Points to lose until the next lower grade; only when the grade is certain. */
  readonly below?: Distance
  /** Points to gain until the next higher grade; only when the grade is certain. */
  readonly above?: Distance
  /** Single answers, unknown or unconfirmed, that would change the grade; weightiest first. */
  readonly flips: readonly Flip[]
}

export type Distance = { readonly grade: Grade; readonly points: number }

export type Flip = {
  readonly code: IndicatorCode
  readonly from: Truth
  readonly to: boolean
  readonly points: Points
  readonly gradeRange: readonly [Grade, Grade]
}

export function marginOf(
  model: Model,
  deprived: Deprivations,
  confirmed: readonly IndicatorCode[],
): Margin {
  const points = pointsOf(model, deprived)
  const flips = model.indicators
    .filter(({ code }) => !confirmed.includes(code))
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ code }) => flipsOf(model, deprived, code))
  return { ...distances(model, points), flips }
}

function flipsOf(model: Model, deprived: Deprivations, code: IndicatorCode): readonly Flip[] {
  const from = deprived[code]
  const before = gradeRangeOf(model, pointsOf(model, deprived)).join()
  const others = from === null ? [true, false] : [!from]
  return others
    .map((to) => {
      const points = pointsOf(model, { ...deprived, [code]: to })
      return { code, from, to, points, gradeRange: gradeRangeOf(model, points) }
    })
    .filter((flip) => flip.gradeRange.join() !== before)
}

function distances(model: Model, points: Points): Pick<Margin, 'below' | 'above'> {
  const [low, high] = gradeRangeOf(model, points)
  if (low !== high) return {}
  const at = model.bands.findIndex((band) => band.grade === low)
  const [lower, own, upper] = [model.bands[at - 1], model.bands[at], model.bands[at + 1]]
  return {
    ...(lower && own && { below: { grade: lower.grade, points: points[0] - own.from + 1 } }),
    ...(upper && { above: { grade: upper.grade, points: upper.from - points[1] } }),
  }
}

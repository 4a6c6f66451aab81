import type { IndicatorCode } from '../indicators.ts'
import { type Deprivations, gradeOf, pointsOf } from './grade.ts'
import type { Grade, Model } from './model.ts'

/** A household as the figures see it: counted by its persons (人), without names. */
export type CountedHousehold = {
  readonly persons: number
  readonly deprived: Deprivations
  /** The group that figures are split by: a street, a committee, a year. */
  readonly group: string
}

/**
 * Alkire-Foster figures, all counted in persons and kept as whole numbers, so that parts always sum
 * to the whole exactly. "Poor" = 在困境中: a grade above none. Unknown answers count as no, so every
 * figure is a lower bound of what is true.
 */
export type Figures = {
  readonly persons: number
  readonly households: number
  readonly poor: number
  /** Points of the poor, summed over persons. */
  readonly points: number
  readonly grades: Readonly<Record<Grade, { persons: number; households: number }>>
  /** Persons who are poor and deprived in the indicator (censored), and all deprived in it. */
  readonly indicators: Readonly<Record<IndicatorCode, IndicatorFigures>>
}

type IndicatorFigures = {
  readonly poorAndDeprived: number
  readonly deprived: number
  /** Points of the poor that come from this indicator; over all indicators they sum to `points`. */
  readonly points: number
}

/** Counts a population. Groups counted apart sum to the figures of all of them. */
export function countFigures(model: Model, population: readonly CountedHousehold[]): Figures {
  const scored = population.map((household) => {
    const points = pointsOf(model, household.deprived)[0]
    return { ...household, points, grade: gradeOf(model, points) }
  })
  const poor = scored.filter(({ grade }) => grade !== 'none')
  return {
    persons: personsOf(scored),
    households: scored.length,
    poor: personsOf(poor),
    points: poor.reduce((sum, { persons, points }) => sum + persons * points, 0),
    grades: gradesOf(scored),
    indicators: indicatorsOf(model, scored, poor),
  }
}

export function countByGroup(
  model: Model,
  population: readonly CountedHousehold[],
): ReadonlyMap<string, Figures> {
  const groups = groupBy(population, ({ group }) => group)
  return new Map([...groups].map(([group, members]) => [group, countFigures(model, members)]))
}

/** H (困境发生率): the share of persons who are poor. */
export function headcount({ poor, persons }: Figures): number {
  return persons === 0 ? 0 : poor / persons
}

/** A (困境强度): how much of all points the poor bear on average. */
export function intensity({ points, poor }: Figures, model: Model): number {
  return poor === 0 ? 0 : points / (model.outOf * poor)
}

/** M0 = H × A, the adjusted headcount ratio. */
export function adjustedHeadcount({ points, persons }: Figures, model: Model): number {
  return persons === 0 ? 0 : points / (model.outOf * persons)
}

/** How much of M0 an indicator, or a group, brings: the shares of all sum to 1. */
export function contribution(part: { readonly points: number }, whole: Figures): number {
  return whole.points === 0 ? 0 : part.points / whole.points
}

/** Persons by grade before and after: how many a change of the model would move. */
export function countMoves(
  before: Model,
  after: Model,
  population: readonly CountedHousehold[],
): readonly { from: Grade; to: Grade; persons: number; households: number }[] {
  const moves = groupBy(population, ({ deprived }) => {
    const from = gradeOf(before, pointsOf(before, deprived)[0])
    return `${from} ${gradeOf(after, pointsOf(after, deprived)[0])}`
  })
  return [...moves].map(([move, moved]) => {
    const [from, to] = move.split(' ') as [Grade, Grade]
    return { from, to, persons: personsOf(moved), households: moved.length }
  })
}

type Scored = CountedHousehold & { readonly points: number; readonly grade: Grade }

function gradesOf(scored: readonly Scored[]): Figures['grades'] {
  const count = (wanted: Grade) => {
    const own = scored.filter(({ grade }) => grade === wanted)
    return { persons: personsOf(own), households: own.length }
  }
  return { none: count('none'), low: count('low'), medium: count('medium'), high: count('high') }
}

function indicatorsOf(
  model: Model,
  all: readonly Scored[],
  poor: readonly Scored[],
): Figures['indicators'] {
  const rows = model.indicators.map(({ code, weight }) => {
    const poorAndDeprived = personsOf(poor.filter(({ deprived }) => deprived[code] === true))
    const deprived = personsOf(all.filter((household) => household.deprived[code] === true))
    return [code, { poorAndDeprived, deprived, points: weight * poorAndDeprived }] as const
  })
  return Object.fromEntries(rows) as Figures['indicators']
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

function personsOf(households: readonly { readonly persons: number }[]): number {
  return households.reduce((sum, { persons }) => sum + persons, 0)
}

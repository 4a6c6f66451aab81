import { INDICATORS, type IndicatorCode } from '../indicators.ts'
import { gradeOf } from './grade.ts'
import { GRADES, type Model } from './model.ts'
import { type Bits, PATTERNS, type Patterns } from './patterns.ts'

/** The grades, and the hardest layer within the highest one (极高). */
export const LEVELS = [...GRADES, 'extreme'] as const

export type Level = (typeof LEVELS)[number]

/**
 * Alkire-Foster figures, all counted in persons and kept as whole numbers, so that parts always sum
 * to the whole exactly. "Poor" = 在困境中: a grade above none.
 */
export type Figures = {
  readonly persons: number
  readonly households: number
  readonly poor: number
  /** Points of the poor, summed over persons. */
  readonly points: number
  /** high counts those who are not extreme. */
  readonly levels: Readonly<Record<Level, { persons: number; households: number }>>
  /** Persons who are poor and deprived in the indicator (censored), and all deprived in it. */
  readonly indicators: Readonly<Record<IndicatorCode, IndicatorFigures>>
}

type IndicatorFigures = {
  readonly poorAndDeprived: number
  readonly deprived: number
  /** Points of the poor that come from this indicator; over all indicators they sum to `points`. */
  readonly points: number
}

export type FiguresOf = {
  /** Under which conditions: those of today, or changed ones. Today's where nothing is said. */
  readonly at?: 'now' | 'next'
  /** Only this group. Groups counted apart sum to the figures of all of them. */
  readonly group?: string | undefined
}

/** Counts a population. */
export function countFigures(
  model: Model,
  patterns: Patterns,
  { at = 'now', group }: FiguresOf = {},
): Figures {
  const scores = scoresOf(model)
  const only = group === undefined ? -1 : patterns.groups.indexOf(group)
  const levels = LEVELS.map(() => ({ persons: 0, households: 0 }))
  const deprivedIn = INDICATORS.map(() => 0)
  const poorIn = INDICATORS.map(() => 0)
  let points = 0
  for (let row = 0; row < patterns.persons.length; row += 1) {
    if (group !== undefined && patterns.group[row] !== only) continue
    const [bits = 0, persons = 0] = [patterns[at].deprived[row], patterns.persons[row]]
    const level = levelAt(scores, patterns[at], row)
    const own = levels[level]
    if (own) {
      own.persons += persons
      own.households += patterns.households[row] ?? 0
    }
    if (level > 0) points += persons * (scores.points[bits] ?? 0)
    for (let one = 0; one < INDICATORS.length; one += 1) {
      if ((bits & (1 << one)) === 0) continue
      deprivedIn[one] = (deprivedIn[one] ?? 0) + persons
      if (level > 0) poorIn[one] = (poorIn[one] ?? 0) + persons
    }
  }
  const persons = levels.reduce((sum, own) => sum + own.persons, 0)
  return {
    persons,
    households: levels.reduce((sum, own) => sum + own.households, 0),
    poor: persons - (levels[0]?.persons ?? 0),
    points,
    levels: Object.fromEntries(
      LEVELS.map((level, place) => [level, levels[place]]),
    ) as Figures['levels'],
    indicators: indicatorsOf(model, deprivedIn, poorIn),
  }
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

/** Households of one group that go from one level to another; from and to may be the same. */
export type Move = {
  readonly group: string
  readonly from: Level
  readonly to: Level
  readonly persons: number
  readonly households: number
}

/** How many a change of the model would move, by group: of weights and bands, and of conditions as counted. */
export function countMoves(before: Model, after: Model, patterns: Patterns): readonly Move[] {
  const [old, next] = [scoresOf(before), scoresOf(after)]
  const size = LEVELS.length
  const cells = new Float64Array(patterns.groups.length * size * size * 2)
  for (let row = 0; row < patterns.persons.length; row += 1) {
    const from = levelAt(old, patterns.now, row)
    const to = levelAt(next, patterns.next, row)
    const cell = (((patterns.group[row] ?? 0) * size + from) * size + to) * 2
    cells[cell] = (cells[cell] ?? 0) + (patterns.persons[row] ?? 0)
    cells[cell + 1] = (cells[cell + 1] ?? 0) + (patterns.households[row] ?? 0)
  }
  return patterns.groups.flatMap((group, place) =>
    LEVELS.flatMap((from, i) =>
      LEVELS.flatMap((to, j) => {
        const cell = ((place * size + i) * size + j) * 2
        const [persons = 0, households = 0] = [cells[cell], cells[cell + 1]]
        return households > 0 ? [{ group, from, to, persons, households }] : []
      }),
    ),
  )
}

/** What each pattern scores under a model, worked out once: then a household is two look-ups. */
type Scores = {
  readonly points: Uint16Array
  /** Place in LEVELS by the deprived bits; `extreme` depends on the severe ones. */
  readonly grade: Uint8Array
  readonly isSevere: Uint8Array
  /** Place in LEVELS from which on a household may be extreme. */
  readonly within: number
}

function scoresOf(model: Model): Scores {
  const weightAt = INDICATORS.map(
    (code) => model.indicators.find((indicator) => indicator.code === code)?.weight ?? 0,
  )
  const points = new Uint16Array(PATTERNS)
  for (let bits = 1; bits < PATTERNS; bits += 1) {
    const lowest = 31 - Math.clz32(bits & -bits)
    points[bits] = (points[bits & (bits - 1)] ?? 0) + (weightAt[lowest] ?? 0)
  }
  return {
    points,
    grade: Uint8Array.from(points, (sum) => GRADES.indexOf(gradeOf(model, sum))),
    isSevere: Uint8Array.from(points, (sum) => (sum >= model.extreme.from ? 1 : 0)),
    within: GRADES.indexOf(model.extreme.within),
  }
}

function levelAt(scores: Scores, { deprived, severe }: Bits, row: number): number {
  const grade = scores.grade[deprived[row] ?? 0] ?? 0
  const isExtreme = grade >= scores.within && scores.isSevere[severe[row] ?? 0] === 1
  return isExtreme ? GRADES.length : grade
}

function indicatorsOf(
  model: Model,
  deprivedIn: readonly number[],
  poorIn: readonly number[],
): Figures['indicators'] {
  const rows = INDICATORS.map((code, at) => {
    const weight = model.indicators.find((indicator) => indicator.code === code)?.weight ?? 0
    const poorAndDeprived = poorIn[at] ?? 0
    const deprived = deprivedIn[at] ?? 0
    return [code, { poorAndDeprived, deprived, points: weight * poorAndDeprived }] as const
  })
  return Object.fromEntries(rows) as Figures['indicators']
}

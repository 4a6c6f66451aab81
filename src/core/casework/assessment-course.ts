import type { IndicatorCode } from '../indicators.ts'
import type { Instant } from '../time.ts'

/** An assessment as it is compared over time: by the bot, confirmed, or made again without a case. */
export type Assessed = {
  readonly id: string
  readonly kind: 'first_pass' | 'confirmed' | 'again'
  readonly number: string | null
  readonly at: Instant
  readonly by: string | null
  readonly model: string
  readonly points: readonly [low: number, high: number]
  readonly grade: string | null
  readonly indicators: readonly AssessedIndicator[]
}

export type AssessedIndicator = {
  readonly code: IndicatorCode
  readonly name: string
  readonly dimension: string
  readonly weight: number
  readonly value: boolean | null
}

export type AssessmentStep = Assessed & {
  readonly changed: readonly {
    readonly code: IndicatorCode
    readonly from: boolean | null
    readonly to: boolean | null
  }[]
  /** Points by dimension: sure, possible, and at most. */
  readonly dimensions: readonly Dimension[]
}

type Dimension = {
  readonly name: string
  readonly low: number
  readonly high: number
  readonly most: number
}

/**
 * How a household has fared, oldest first, each with what changed since the one before. The bot assesses after
 * every answer: of each request only its last first pass counts.
 */
export function assessmentCourse(all: readonly Assessed[]): readonly AssessmentStep[] {
  const lasting = all.filter(
    (one, at) =>
      one.kind !== 'first_pass' ||
      !all.some(
        (other, later) => later > at && other.kind === 'first_pass' && other.number === one.number,
      ),
  )
  const inTime = [...lasting].sort((a, b) => a.at - b.at)
  return inTime.map((one, at) => ({
    ...one,
    changed: changes(inTime[at - 1], one),
    dimensions: dimensionsOf(one.indicators),
  }))
}

/** The one that counts now: the newest that a person made or confirmed, else the newest. */
export function assessmentNow<T extends Assessed>(course: readonly T[]): T | null {
  return course.findLast(({ kind }) => kind !== 'first_pass') ?? course.at(-1) ?? null
}

function changes(before: Assessed | undefined, { indicators }: Assessed) {
  if (!before) return []
  const was = new Map(before.indicators.map(({ code, value }) => [code, value]))
  return indicators
    .map(({ code, value }) => ({ code, from: was.get(code) ?? null, to: value }))
    .filter(({ from, to }) => from !== to)
}

function dimensionsOf(indicators: readonly AssessedIndicator[]): readonly Dimension[] {
  const names = [...new Set(indicators.map(({ dimension }) => dimension))]
  return names.map((name) => {
    const own = indicators.filter(({ dimension }) => dimension === name)
    const points = (counts: (value: boolean | null) => boolean) =>
      own.reduce((all, { value, weight }) => all + (counts(value) ? weight : 0), 0)
    return {
      name,
      low: points((value) => value === true),
      high: points((value) => value !== false),
      most: points(() => true),
    }
  })
}

import { type Because, judge } from '../conditions/judge.ts'
import { factsIn } from '../conditions/substitute.ts'
import type { Facts, Truth } from '../conditions/value.ts'
import type { IndicatorCode } from '../indicators.ts'
import type { Day } from '../time.ts'
import { type Deprivations, gradeRangeOf, isExtreme, type Points, pointsOf } from './grade.ts'
import { type Margin, marginOf } from './margin.ts'
import type { Grade, Indicator, Model } from './model.ts'
import { nextQuestion } from './next-question.ts'
import { type Parameters, resolveParameters } from './parameters.ts'

/**
 * A household's assessment (评估结果). Plain data, and a function of its inputs alone: the same
 * model, facts, day and parameters give the same result for ever.
 */
export type Assessment = {
  readonly model: { readonly id: string; readonly hash: string }
  readonly day: Day
  /** The dated amounts that were in force, as used. */
  readonly parameters: Readonly<Record<string, number>>
  readonly points: Points
  /** Only when both ends of the points agree; else the grade is open (待核). */
  readonly grade?: Grade
  readonly gradeRange: readonly [Grade, Grade]
  readonly deprived: Deprivations
  readonly severe: { readonly points: Points; readonly extreme: Truth }
  readonly perIndicator: readonly IndicatorResult[]
  readonly margin: Margin
  /** The indicator to ask next, if any answer can still change the grade. */
  readonly next?: IndicatorCode
}

export type IndicatorResult = {
  readonly code: IndicatorCode
  readonly name: string
  readonly dimension: string
  readonly weight: number
  readonly value: Truth
  readonly severe: Truth
  readonly points: Points
  /** Absent when a person decided it. */
  readonly because?: Because
  /** Facts that nobody has told yet. */
  readonly needs: readonly string[]
  /** Facts told too roughly to decide. */
  readonly vague: readonly string[]
  /** What the facts say, where a person decided otherwise: both stay side by side. */
  readonly instead?: Truth
  /** By fact. */
  readonly evidence?: Readonly<Record<string, Evidence>>
}

/** Where a fact comes from. Personal: points to words, never holds them. */
type Evidence = {
  readonly basis: 'answer' | 'quote' | 'record' | 'inferred' | 'adviser'
  /** Somebody checked it: an adviser, or a register. */
  readonly confirmed: boolean
  /** The turn of the conversation, and the words in it. */
  readonly turn?: number
  readonly span?: readonly [start: number, end: number]
  /** Id of the adviser or of the register. */
  readonly by?: string
}

export type AssessmentContext = {
  readonly day: Day
  readonly parameters: Parameters
  readonly evidence?: Readonly<Record<string, Evidence>>
  /** Indicators that a person decided: they stand before what the facts say. */
  readonly decided?: Readonly<Partial<Record<IndicatorCode, Truth>>>
}

/** Assesses what is known of a household. Facts that nobody told stay unknown, never a no. */
export function assess(model: Model, facts: Facts, context: AssessmentContext): Assessment {
  const { day, evidence = {}, decided = {} } = context
  const amounts = resolveParameters(context.parameters, model.parameters, model.region, day)
  const all = { ...facts, parameter: amounts }
  const results = model.indicators.map((indicator) =>
    withEvidence(decide(judgeIndicator(indicator, all), decided), indicator, evidence),
  )
  const confirmed = results.filter((result) => isConfirmed(result, decided)).map((r) => r.code)
  return conclude(model, { day, parameters: amounts, results, confirmed })
}

/** Assesses a plain vector of deprivations; a missing code is unknown. */
export function assessVector(
  model: Model,
  deprived: Readonly<Partial<Record<IndicatorCode, Truth>>>,
  day: Day,
): Assessment {
  const results = model.indicators.map((indicator) => {
    const value = deprived[indicator.code] ?? null
    const severe = value === false ? false : null
    return { ...resultOf(indicator, value, severe), needs: [], vague: [] }
  })
  return conclude(model, { day, parameters: {}, results, confirmed: [] })
}

type Grounds = {
  readonly day: Day
  readonly parameters: Readonly<Record<string, number>>
  readonly results: readonly IndicatorResult[]
  readonly confirmed: readonly IndicatorCode[]
}

function conclude(model: Model, { day, parameters, results, confirmed }: Grounds): Assessment {
  const deprived = vectorOf(results, (result) => result.value)
  const points = pointsOf(model, deprived)
  const severePoints = pointsOf(
    model,
    vectorOf(results, (result) => result.severe),
  )
  const gradeRange = gradeRangeOf(model, points)
  const askable = results.filter(({ value }) => value === null).map(({ code }) => code)
  const next = nextQuestion(model, { deprived }, askable)
  return {
    model: { id: model.id, hash: model.hash },
    day,
    parameters,
    points,
    ...(gradeRange[0] === gradeRange[1] && { grade: gradeRange[0] }),
    gradeRange,
    deprived,
    severe: { points: severePoints, extreme: isExtreme(model, points, severePoints) },
    perIndicator: results,
    margin: marginOf(model, deprived, confirmed),
    ...(next && { next }),
  }
}

function judgeIndicator(indicator: Indicator, facts: Facts): IndicatorResult {
  const { value, because, needs, vague } = judge(indicator.deprived, facts)
  const deeper = judge(indicator.severe, facts).value
  return { ...resultOf(indicator, value, both(value, deeper)), because, needs, vague }
}

function resultOf(indicator: Indicator, value: Truth, severe: Truth) {
  const { code, name, dimension, weight } = indicator
  const points = [value === true ? weight : 0, value === false ? 0 : weight] as const
  return { code, name, dimension, weight, value, severe, points }
}

/** What a person decided stands; a decided yes leaves the deeper layer to the facts. */
function decide(
  result: IndicatorResult,
  decided: NonNullable<AssessmentContext['decided']>,
): IndicatorResult {
  const value = decided[result.code]
  if (value === undefined) return result
  const { because: _because, ...rest } = result
  const severe = value === true ? result.severe : both(value, null)
  const points = [value === true ? rest.weight : 0, value === false ? 0 : rest.weight] as const
  return { ...rest, value, severe, points, needs: [], vague: [], instead: result.value }
}

function withEvidence(
  result: IndicatorResult,
  indicator: Indicator,
  evidence: Readonly<Record<string, Evidence>>,
): IndicatorResult {
  const used = factsIn(indicator.deprived).flatMap((name) => {
    const found = Object.hasOwn(evidence, name) ? evidence[name] : undefined
    return found ? [[name, found] as const] : []
  })
  return used.length > 0 ? { ...result, evidence: Object.fromEntries(used) } : result
}

function isConfirmed(
  { code, value, evidence }: IndicatorResult,
  decided: NonNullable<AssessmentContext['decided']>,
): boolean {
  if (decided[code] !== undefined && decided[code] !== null) return true
  const sources = Object.values(evidence ?? {})
  return value !== null && sources.length > 0 && sources.every((source) => source.confirmed)
}

function vectorOf(
  results: readonly IndicatorResult[],
  pick: (result: IndicatorResult) => Truth,
): Deprivations {
  return Object.fromEntries(results.map((r) => [r.code, pick(r)])) as Deprivations
}

function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false
  return a === null || b === null ? null : true
}

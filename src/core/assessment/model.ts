import type { FactTypes } from '../conditions/fact-types.ts'
import type { Condition } from '../conditions/parse.ts'
import type { IndicatorCode } from '../indicators.ts'
import type { Day } from '../time.ts'

/** 未达困境, 低度困境, 中度困境, 高度困境, in rising order. 极高 is a layer within high. */
export const GRADES = ['none', 'low', 'medium', 'high'] as const

export type Grade = (typeof GRADES)[number]

/** A dated table of indicators (指标体系) with its conditions parsed. Never changed, only replaced. */
export type Model = {
  readonly id: string
  /** Hash of the file's content: the identity of this version. */
  readonly hash: string
  readonly name: string
  /** Region whose parameters apply, six digits. */
  readonly region: string
  /** The day since which it is used. */
  readonly validFrom: Day
  /** The sum of all weights. Points are counted in whole numbers, never in fractions. */
  readonly outOf: number
  readonly dimensions: readonly string[]
  readonly indicators: readonly Indicator[]
  /** Rising; the first begins at 0. */
  readonly bands: readonly Band[]
  readonly extreme: Extreme
  readonly facts: FactTypes
  /** Names of the dated parameters that conditions use as `parameter.<name>`. */
  readonly parameters: readonly string[]
}

export type Indicator = {
  readonly code: IndicatorCode
  readonly name: string
  readonly dimension: string
  readonly weight: number
  readonly deprived: Condition
  /** The deeper cutoff. Counts only where `deprived` holds too. */
  readonly severe: Condition
  /** Facts that decide it, in the order to ask them. */
  readonly asks: readonly string[]
}

export type Band = { readonly grade: Grade; readonly name: string; readonly from: number }

/** 极高困境: the grade `within`, with severe indicators weighing `from` or more. */
export type Extreme = { readonly name: string; readonly within: Grade; readonly from: number }

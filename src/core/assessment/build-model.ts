import type { ConditionProblem, FactTypes } from '../conditions/fact-types.ts'
import { type Condition, parseCondition } from '../conditions/parse.ts'
import { substitute } from '../conditions/substitute.ts'
import { INDICATORS, type IndicatorCode } from '../indicators.ts'
import { type Band, type Extreme, GRADES, type Indicator, type Model } from './model.ts'

/** A model as it stands in its file: conditions are still texts. */
export type ModelSource = Omit<Model, 'hash' | 'indicators'> & {
  readonly indicators: readonly IndicatorSource[]
  readonly terms: Readonly<Record<string, string>>
}

type IndicatorSource = Omit<Indicator, 'deprived' | 'severe'> & {
  readonly deprived: string
  readonly severe: string
}

/** One thing wrong with a model, with the place in it: `indicators.inc.deprived`. */
type ModelProblem = {
  readonly code:
    | 'weights_do_not_sum'
    | 'bad_weight'
    | 'indicator_missing'
    | 'indicator_twice'
    | 'unknown_dimension'
    | 'unknown_fact'
    | 'bands_not_rising'
    | 'bad_extreme'
    | 'bad_condition'
  readonly at: string
  readonly expected?: number | string
  readonly found?: number | string
  readonly condition?: readonly ConditionProblem[]
}

export type Built =
  | { readonly ok: true; readonly model: Model }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] }

/** Checks a model and parses its conditions. `hash` is the hash of the file's content. */
export function buildModel(source: ModelSource, hash: string): Built {
  const reading = readConditions(source)
  const problems = [
    ...checkIndicators(source),
    ...checkBands(source.bands, source.extreme, source.outOf),
    ...reading.problems,
  ]
  if (problems.length > 0) return { ok: false, problems }
  const { terms: _terms, ...rest } = source
  return { ok: true, model: { ...rest, hash, indicators: reading.indicators } }
}

function checkIndicators({ indicators, outOf, dimensions, facts }: ModelSource): ModelProblem[] {
  const codes = indicators.map((indicator) => indicator.code)
  const sum = indicators.reduce((total, indicator) => total + indicator.weight, 0)
  return [
    ...when(sum !== outOf, {
      code: 'weights_do_not_sum',
      at: 'out_of',
      expected: outOf,
      found: sum,
    }),
    ...missing(codes).map((at) => ({ code: 'indicator_missing', at }) as const),
    ...codes
      .filter((code, i) => codes.indexOf(code) !== i)
      .map((at) => ({ code: 'indicator_twice', at }) as const),
    ...indicators.flatMap(({ code, weight, dimension, asks }) => [
      ...when(!Number.isInteger(weight) || weight < 1, { code: 'bad_weight', at: code }),
      ...when(!dimensions.includes(dimension), { code: 'unknown_dimension', at: code }),
      ...asks
        .filter((name) => !Object.hasOwn(facts, name))
        .map((found) => ({ code: 'unknown_fact', at: `${code}.asks`, found }) as const),
    ]),
  ]
}

function checkBands(bands: readonly Band[], extreme: Extreme, outOf: number): ModelProblem[] {
  const rising = bands.every(({ from }, i) => from > (bands[i - 1]?.from ?? -1) && from <= outOf)
  const grades = bands.map((band) => band.grade).join(' ')
  return [
    ...when(!rising || bands[0]?.from !== 0 || grades !== GRADES.join(' '), {
      code: 'bands_not_rising',
      at: 'bands',
      expected: GRADES.join(' '),
      found: grades,
    }),
    ...when(extreme.from > outOf || extreme.from < 1, { code: 'bad_extreme', at: 'extreme' }),
  ]
}

type Reading = { readonly indicators: readonly Indicator[]; readonly problems: ModelProblem[] }

function readConditions(source: ModelSource): Reading {
  const problems: ModelProblem[] = []
  const read = (text: string, at: string, types: FactTypes): Condition => {
    const parsed = parseCondition(text, types)
    if (parsed.ok) return parsed.condition
    problems.push({ code: 'bad_condition', at, condition: parsed.problems })
    return { op: 'literal', value: null }
  }
  const types = typesOf(source)
  const terms = Object.entries(source.terms)
  const parsed = new Map(
    terms.map(([name, text]) => [name, read(text, `terms.${name}`, types)] as const),
  )
  const named = { ...types, ...Object.fromEntries(terms.map(([name]) => [name, TRUTH])) }
  const indicators = source.indicators.map((indicator) => {
    const at = `indicators.${indicator.code}`
    const deprived = substitute(read(indicator.deprived, `${at}.deprived`, named), parsed)
    const severe = substitute(read(indicator.severe, `${at}.severe`, named), parsed)
    return { ...indicator, deprived, severe }
  })
  return { indicators, problems }
}

const TRUTH = { type: 'boolean' } as const

/** Facts of the file, and its parameters as `parameter.<name>`. */
function typesOf({ facts, parameters }: ModelSource): FactTypes {
  const fields = Object.fromEntries(parameters.map((name) => [name, { type: 'number' } as const]))
  return { ...facts, parameter: { type: 'record', fields } }
}

function missing(codes: readonly IndicatorCode[]): readonly IndicatorCode[] {
  return INDICATORS.filter((code) => !codes.includes(code))
}

function when(wrong: boolean, problem: ModelProblem): readonly ModelProblem[] {
  return wrong ? [problem] : []
}

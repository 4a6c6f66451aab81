import { judge } from '../conditions/judge.ts'
import { factsIn } from '../conditions/substitute.ts'
import type { Facts } from '../conditions/value.ts'
import { INDICATORS } from '../indicators.ts'
import type { Day } from '../time.ts'
import type { Indicator, Model } from './model.ts'
import { type Parameters, resolveParameters } from './parameters.ts'
import { type Pattern, type Patterns, patternCounter } from './patterns.ts'
import { readAnswers } from './read-answers.ts'
import { type SampleHousehold, sampleHouseholds } from './sample-population.ts'

export type SampleOf = {
  /** Invented households are drawn until they are so many persons. */
  readonly persons: number
  /** How many households each drawn one stands for: so many fewer are drawn. 1 where nothing is said. */
  readonly times?: number
  /** The same seed makes the same households. */
  readonly seed: number
  /** Over which they are spread, as evenly as chance does it. */
  readonly groups: readonly string[]
  readonly day: Day
  readonly parameters: Parameters
}

/** Households between two looks at the clock. */
const SLICE = 2_000

/**
 * Counts the patterns of an invented population under the conditions of two models. Gives, slice by slice, how many
 * persons are counted, so that a screen can go on drawing meanwhile; returns the counts.
 */
export function* samplePatterns(
  now: Model,
  changed: Model,
  sample: SampleOf,
): Generator<number, Patterns> {
  const { persons: wanted, seed, groups, times = 1 } = sample
  const judgeNow = patternOf(now, sample)
  const judgeChanged = haveSameConditions(now, changed) ? judgeNow : patternOf(changed, sample)
  const draw = sampleHouseholds(seed)
  const counter = patternCounter()
  let counted = 0
  for (let count = 1; counted < wanted; count += 1) {
    const household = draw()
    const persons = Number(household.answers.people)
    // Multiplied with a prime, so that neighbours in the row do not live in the same street.
    const group = groups[(count * 7919) % groups.length] ?? ''
    const pattern = judgeNow(household)
    const other = judgeChanged === judgeNow ? pattern : judgeChanged(household)
    counter.add({ now: pattern, next: other, persons, group, times })
    counted += persons * times
    if (count % SLICE === 0) yield counted
  }
  return counter.counted()
}

/** Whether the same indicators count for everybody: weights and bands aside. */
export function haveSameConditions(a: Model, b: Model): boolean {
  return conditionsOf(a) === conditionsOf(b)
}

const conditionsOf = ({ indicators, parameters, region, facts }: Model): string =>
  JSON.stringify([
    indicators.map(({ code, deprived, severe }) => [code, deprived, severe]),
    [parameters, region, facts],
  ])

function patternOf(model: Model, { day, parameters }: SampleOf) {
  const amounts = resolveParameters(parameters, model.parameters, model.region, day)
  const judges = INDICATORS.map((code) => {
    const indicator = model.indicators.find((each) => each.code === code)
    return indicator ? remembering(indicator, amounts) : () => 0
  })
  return (household: SampleHousehold): Pattern => {
    const { facts } = readAnswers(model, told(household))
    let [deprived, severe] = [0, 0]
    for (const [at, judged] of judges.entries()) {
      const bits = judged(facts)
      deprived |= (bits & 1) << at
      severe |= (bits >> 1) << at
    }
    return { deprived, severe }
  }
}

/**
 * 1 = deprived, 2 = severely. The same facts give the same verdict, and few facts decide an indicator: most households
 * are looked up, not judged (100 times as fast).
 */
function remembering(indicator: Indicator, parameter: Facts[string]): (facts: Facts) => number {
  const paths = [...factsIn(indicator.deprived), ...factsIn(indicator.severe)]
  const names = [...new Set(paths.map((path) => path.split('.')[0] ?? ''))]
  const wanted = names.filter((name) => name !== 'parameter')
  const known = new Map<string, number>()
  return (facts) => {
    let key = ''
    for (const name of wanted) {
      const fact = facts[name]
      key += typeof fact === 'string' ? `${fact} ` : `${JSON.stringify(fact)} `
    }
    const before = known.get(key)
    if (before !== undefined) return before
    const all: Facts = { ...facts, ...(parameter === undefined ? {} : { parameter }) }
    const deprived = judge(indicator.deprived, all).value === true
    const severe = deprived && judge(indicator.severe, all).value === true
    const bits = (deprived ? 1 : 0) | (severe ? 2 : 0)
    known.set(key, bits)
    return bits
  }
}

function told({ answers, withheld }: SampleHousehold): Readonly<Record<string, unknown>> {
  if (withheld.length === 0) return answers
  return Object.fromEntries(Object.entries(answers).filter(([slot]) => !withheld.includes(slot)))
}

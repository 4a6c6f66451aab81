import { parseArgs } from 'node:util'
import { countFigures, countMoves } from '../../../core/assessment/figures.ts'
import type { Model } from '../../../core/assessment/model.ts'
import type { Parameters } from '../../../core/assessment/parameters.ts'
import { samplePatterns } from '../../../core/assessment/sample-patterns.ts'
import type { Day } from '../../../core/time.ts'

export type BenchWeightsIo = {
  readonly stdout: { write(text: string): unknown }
  readonly models: () => Promise<readonly Model[]>
  readonly parameters: () => Promise<Parameters>
  readonly today: () => Day
}

const HELP = `hearth bench weights: how long does it take to tell whom a change of weights would move?

Counts the patterns of made-up households once, then moves the weights of the model a hundred times.
  --persons N  how many persons (510000)
  --json       figures as JSON
Exit code: 0, 1 when the slowest move takes 50 ms or more, 2 for a wrong call.
`

/** A hand on the control expects the answer in the same moment. */
const MOST = 50
const MOVES = 100
const SEED = 20_200_902
const STREETS = Array.from({ length: 10 }, (_, at) => `street ${at + 1}`)

/** `hearth bench weights`. */
export async function run(args: readonly string[], io: BenchWeightsIo): Promise<number> {
  const call = readCall(args)
  if (!call || call.help) {
    io.stdout.write(HELP)
    return call ? 0 : 2
  }
  const [model] = await io.models()
  if (!model) return 1
  const sample = { persons: call.persons, seed: SEED, groups: STREETS, day: io.today() }
  const began = performance.now()
  const counting = samplePatterns(model, model, { ...sample, parameters: await io.parameters() })
  let step = counting.next()
  while (!step.done) step = counting.next()
  const patterns = step.value
  const counted = performance.now() - began
  const times = Array.from({ length: MOVES }, (_, n) => {
    const after = shifted(model, n)
    const start = performance.now()
    countMoves(model, after, patterns)
    countFigures(after, patterns)
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  const figures = {
    persons: countFigures(model, patterns).persons,
    patterns: patterns.persons.length,
    counted: Math.round(counted),
    median: rounded(times[MOVES / 2]),
    slowest: rounded(times.at(-1)),
  }
  io.stdout.write(call.json ? `${JSON.stringify(figures)}\n` : page(figures))
  return figures.slowest < MOST ? 0 : 1
}

/** One point from an indicator to the next: the sum stays. */
function shifted(model: Model, n: number): Model {
  const [from, to] = [n % model.indicators.length, (n + 3) % model.indicators.length]
  const indicators = model.indicators.map((indicator, at) => ({
    ...indicator,
    weight: indicator.weight + (at === to ? 1 : 0) - (at === from ? 1 : 0),
  }))
  return { ...model, indicators }
}

const rounded = (ms: number | undefined): number => Math.round((ms ?? 0) * 10) / 10

const page = (figures: Readonly<Record<string, number>>): string =>
  `persons             ${figures.persons}
patterns            ${figures.patterns}
counting them       ${figures.counted} ms, once
a move of weights   ${figures.median} ms, slowest of ${MOVES} ${figures.slowest} ms
`

function readCall(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        persons: { type: 'string', default: '510000' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const persons = Number(values.persons)
    if (!Number.isInteger(persons) || persons < 1) return undefined
    return { persons, json: values.json, help: values.help }
  } catch {
    return undefined
  }
}

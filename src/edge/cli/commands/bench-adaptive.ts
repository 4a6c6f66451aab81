import { parseArgs } from 'node:util'
import { compareIntakes, type IntakeComparison } from '../../../core/assessment/compare-intakes.ts'
import type { Model } from '../../../core/assessment/model.ts'
import type { Parameters } from '../../../core/assessment/parameters.ts'
import { samplePopulation } from '../../../core/assessment/sample-population.ts'
import type { Day } from '../../../core/time.ts'

export type BenchAdaptiveIo = {
  readonly stdout: { write(text: string): unknown }
  readonly models: () => Promise<readonly Model[]>
  readonly parameters: () => Promise<Parameters>
  readonly today: () => Day
}

const HELP = `hearth bench adaptive: does asking less change anyone's grade, and how much does it save?

Asks made-up households everything, and then only what can still change the grade.
  --households N  how many (10000)
  --seed N        the same seed makes the same households (20200902)
  --json          figures as JSON
Exit code: 0, 1 when fewer than 99 % get the same grade, 2 for a wrong call.
`

/** The questions that are always asked: those of the help request's own flow. */
const ALWAYS = ['income', 'illness']

/** The promise of the adaptive questions: at least this share gets the same grade. */
const PROMISED = 0.99

const OPTIONS = {
  households: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '20200902' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** `hearth bench adaptive`. */
export async function run(args: readonly string[], io: BenchAdaptiveIo): Promise<number> {
  const call = readCall(args)
  if (!call || call.help) {
    io.stdout.write(HELP)
    return call ? 0 : 2
  }
  const [model] = await io.models()
  if (!model) return 1
  const context = { day: io.today(), parameters: await io.parameters() }
  const population = samplePopulation(call.households, call.seed)
  const result = compareIntakes(model, population, context, ALWAYS)
  io.stdout.write(call.json ? `${JSON.stringify(figures(result))}\n` : page(result))
  return result.sameGrade >= PROMISED * result.households ? 0 : 1
}

function readCall(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const [households, seed] = [Number(values.households), Number(values.seed)]
    if (!Number.isInteger(households) || households < 1 || !Number.isInteger(seed)) return undefined
    return { households, seed, json: values.json, help: values.help }
  } catch {
    return undefined
  }
}

function figures(result: IntakeComparison) {
  const { households, sameGrade, certain, everything, adaptive, spared } = result
  return {
    households,
    same_grade: sameGrade / households,
    certain_grade: certain / households,
    questions_everything: everything / households,
    questions_adaptive: adaptive / households,
    saved: 1 - adaptive / everything,
    spared,
  }
}

function page(result: IntakeComparison): string {
  const f = figures(result)
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return [
    `households              ${f.households}`,
    `same grade              ${percent(f.same_grade)}`,
    `grade certain           ${percent(f.certain_grade)}`,
    `questions, everything   ${f.questions_everything.toFixed(2)} a household`,
    `questions, adaptive     ${f.questions_adaptive.toFixed(2)} a household`,
    `saved                   ${percent(f.saved)}`,
    ...f.spared.map((count, i) => `spared ${i} questions      ${percent(count / f.households)}`),
    '',
  ].join('\n')
}

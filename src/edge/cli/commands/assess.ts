import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type Assessment, assess, assessVector } from '../../../core/assessment/assess.ts'
import type { Model } from '../../../core/assessment/model.ts'
import type { Parameters } from '../../../core/assessment/parameters.ts'
import { readAnswers } from '../../../core/assessment/read-answers.ts'
import { INDICATORS } from '../../../core/indicators.ts'
import type { Day } from '../../../core/time.ts'

export type AssessIo = {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: { write(text: string): unknown }
  /** The assessment models of this house; the first is used when none is named. */
  readonly models: () => Promise<readonly Model[]>
  readonly parameters: () => Promise<Parameters>
  readonly today: () => Day
}

const HELP = `hearth assess: how hard is a household's situation, and what would change that?

Reads JSON Lines from standard input:
  {"answers"?: {slot: value}, "deprived"?: {indicator: true/false/null}, "model"?, "day"?}
  answers  slots of the help request: people, members, income, housing, illness, disability,
           schooling, work, insurance, contact, child_load, child_home. An amount is a number or
           {"min", "max"}, yuan a month. A slot left out is unknown.
  deprived what is already decided: inc hou ill dis edu emp sec soc cbu cen. It stands before the
           answers; without answers it is assessed alone, and a code left out is unknown.
  day      whose amounts apply (YYYY-MM-DD, today when left out)
Writes one line each: {"points": [low, high], "grade"?, "grade_name"?, "grade_range", "deprived",
  "unknown", "severe", "margin", "next"?, "asks"?, "ignored"?, "model", "version"}
  grade is none, low, medium or high, only when no open answer can change it.
Exit code: 0, 1 when a line could not be read, 2 for a wrong call.
`

const Line = z.object({
  answers: z.record(z.string(), z.unknown()).nullish(),
  deprived: z.partialRecord(z.enum(INDICATORS), z.boolean().nullable()).nullish(),
  model: z.string().nullish(),
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullish(),
})

type Known = {
  readonly models: readonly Model[]
  readonly parameters: Parameters
  readonly today: Day
}

/** `hearth assess`. */
export async function run(args: readonly string[], io: AssessIo): Promise<number> {
  if (args.length > 0) {
    io.stdout.write(HELP)
    return args.includes('--help') ? 0 : 2
  }
  const known = {
    models: await io.models(),
    parameters: await io.parameters(),
    today: io.today(),
  }
  let code = 0
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const answer = answerTo(line, known)
    if ('error' in answer) code = 1
    io.stdout.write(`${JSON.stringify(answer)}\n`)
  }
  return code
}

function answerTo(line: string, { models, parameters, today }: Known): object {
  const read = Line.safeParse(parsed(line))
  if (!read.success) return { error: 'bad_json', at: read.error.issues[0]?.path.join('.') ?? '' }
  const { answers, deprived, model: id, day } = read.data
  const model = id ? models.find((each) => each.id === id) : models[0]
  if (!model) return { error: 'unknown_model', known: models.map((each) => each.id) }
  if (!answers) return shown(model, assessVector(model, deprived ?? {}, day ?? today), [])
  const { facts, ignored } = readAnswers(model, answers)
  const context = { day: day ?? today, parameters, ...(deprived && { decided: deprived }) }
  return shown(model, assess(model, facts, context), ignored)
}

function shown(model: Model, assessment: Assessment, ignored: readonly string[]): object {
  const { points, grade, gradeRange, severe, margin, next } = assessment
  const codesOf = (value: boolean | null) =>
    model.indicators.map(({ code }) => code).filter((code) => assessment.deprived[code] === value)
  const needs = assessment.perIndicator.find(({ code }) => code === next)?.needs ?? []
  return {
    points,
    ...(grade && { grade, grade_name: model.bands.find((band) => band.grade === grade)?.name }),
    grade_range: gradeRange,
    deprived: codesOf(true),
    unknown: codesOf(null),
    severe,
    margin,
    ...(next && { next }),
    ...(needs.length > 0 && { asks: needs }),
    ...(ignored.length > 0 && { ignored }),
    model: model.id,
    version: model.hash,
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

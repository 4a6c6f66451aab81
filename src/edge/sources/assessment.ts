import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { buildModel, type ModelSource } from '../../core/assessment/build-model.ts'
import { GRADES, type Model } from '../../core/assessment/model.ts'
import type { Parameter, Parameters } from '../../core/assessment/parameters.ts'
import type { FactType } from '../../core/conditions/fact-types.ts'
import { problem } from '../../core/errors.ts'
import { INDICATORS } from '../../core/indicators.ts'

const DATA = new URL('../../../data/', import.meta.url)

/** The model that is used unless another one is named. */
export const DEFAULT_MODEL = 'changning-2020'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const region = z.string().regex(/^\d{6}$/)
const points = z.int().min(0)

const factType: z.ZodType<FactType> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['boolean', 'number', 'money', 'text', 'day']) }),
  z.strictObject({ type: z.enum(['choice', 'choices']), of: z.array(z.string()).min(1) }),
])

const modelFile = z.strictObject({
  format: z.literal('hearth-assessment/1'),
  id: z.string().min(1),
  name: z.string().min(1),
  region,
  valid_from: day,
  out_of: z.int().min(1),
  dimensions: z.array(z.string()).min(1),
  facts: z.record(z.string(), factType),
  parameters: z.array(z.string()),
  terms: z.record(z.string(), z.string()).default({}),
  indicators: z.array(
    z.strictObject({
      code: z.enum(INDICATORS),
      name: z.string(),
      dimension: z.string(),
      weight: points,
      asks: z.array(z.string()).min(1),
      deprived: z.string(),
      severe: z.string(),
    }),
  ),
  bands: z.array(z.strictObject({ grade: z.enum(GRADES), name: z.string(), from: points })),
  extreme: z.strictObject({ name: z.string(), within: z.enum(GRADES), from: points }),
})

const parameterFile = z.strictObject({
  format: z.literal('hearth-parameters/1'),
  region,
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      values: z.array(
        z.strictObject({
          value: z.number().min(0),
          valid_from: day,
          valid_to: day.nullable(),
          source: z.string().min(1),
          verified_by: z.string().nullable(),
          needs_verification: z.boolean(),
        }),
      ),
    }),
  ),
})

/** Loads one model of data/assessment. Throws bad_data with every problem and its place. */
export async function loadModel(id: string = DEFAULT_MODEL, data: URL = DATA): Promise<Model> {
  const models = await loadModels(data)
  const model = models.find((each) => each.id === id)
  if (!model) throw problem('bad_data', { model: id, known: models.map((each) => each.id) })
  return model
}

export async function loadModels(data: URL = DATA): Promise<readonly Model[]> {
  const files = await yamlFiles(new URL('assessment/', data))
  return files.map(({ file, text }) => readModel(text, file))
}

/** Reads and checks the text of a model file; `file` names it in problems. */
export function readModel(text: string, file: string): Model {
  const { format: _format, valid_from, out_of, ...rest } = check(modelFile, text, file)
  const source: ModelSource = { ...rest, validFrom: valid_from, outOf: out_of }
  const built = buildModel(source, hashOf(text))
  if (!built.ok) throw problem('bad_data', { file, problems: built.problems })
  return built.model
}

/** Loads the dated parameters of all regions. */
export async function loadParameters(data: URL = DATA): Promise<Parameters> {
  const files = await yamlFiles(new URL('parameters/', data))
  return files.flatMap(({ file, text }) => readParameters(text, file))
}

function readParameters(text: string, file: string): Parameters {
  const { region, parameters } = check(parameterFile, text, file)
  return parameters.flatMap(({ name, values }) =>
    values.map(
      (row): Parameter => ({
        name,
        region,
        value: row.value,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        source: row.source,
        verifiedBy: row.verified_by,
        needsVerification: row.needs_verification,
      }),
    ),
  )
}

function check<T>(schema: z.ZodType<T>, text: string, file: string): T {
  const checked = schema.safeParse(parse(text))
  if (!checked.success) throw problem('bad_data', { file, problems: checked.error.issues })
  return checked.data
}

/** The content decides, not its layout: comments and order of keys change no version. */
function hashOf(text: string): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(parse(text))))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, entry]) => [key, sorted(entry)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

async function yamlFiles(folder: URL): Promise<readonly { file: string; text: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  return Promise.all(
    names.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })),
  )
}

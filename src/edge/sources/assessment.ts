import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { z } from 'zod'
import { buildModel } from '../../core/assessment/build-model.ts'
import type { Model } from '../../core/assessment/model.ts'
import { modelFile, modelSource } from '../../core/assessment/model-file.ts'
import { parameterFile, parametersIn } from '../../core/assessment/parameter-file.ts'
import type { Parameters } from '../../core/assessment/parameters.ts'
import { problem } from '../../core/errors.ts'

const DATA = new URL('../../../data/', import.meta.url)

/** The model that is used unless another one is named. */
export const DEFAULT_MODEL = 'changning-2020'

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
  const built = buildModel(modelSource(check(modelFile, text, file)), hashOf(text))
  if (!built.ok) throw problem('bad_data', { file, problems: built.problems })
  return built.model
}

/** Loads the dated parameters of all regions. */
export async function loadParameters(data: URL = DATA): Promise<Parameters> {
  const files = await yamlFiles(new URL('parameters/', data))
  return files.flatMap(({ file, text }) => parametersIn(check(parameterFile, text, file)))
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

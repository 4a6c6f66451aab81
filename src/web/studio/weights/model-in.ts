import { parse } from 'yaml'
import type { z } from 'zod'
import { buildModel } from '../../../core/assessment/build-model.ts'
import type { Model } from '../../../core/assessment/model.ts'
import { modelFile, modelSource } from '../../../core/assessment/model-file.ts'

export type ModelText = z.infer<typeof modelFile>

/** The model that a text describes. `wrong`: places of it that cannot be used, `out_of`, `indicators.inc.deprived`. */
export type ReadModel = {
  readonly source: ModelText
  readonly model: Model | null
  readonly wrong: readonly string[]
}

/** Null where the text is no model at all. */
export function modelIn(text: string): ReadModel | null {
  const file = modelFile.safeParse(parsed(text))
  if (!file.success) return null
  const built = buildModel(modelSource(file.data), '')
  const wrong = built.ok ? [] : built.problems.map(({ at }) => at)
  return { source: file.data, model: built.ok ? built.model : null, wrong }
}

function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 })
  } catch {
    return null
  }
}

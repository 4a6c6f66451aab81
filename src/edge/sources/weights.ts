import { z } from 'zod'
import { BUCKETS } from '../../core/understanding/model/ngrams.ts'
import type { Weights } from '../../core/understanding/model/weights.ts'
import { readYaml } from './read-yaml.ts'

const share = z.number().min(0).max(1)

const storedClass = z
  .strictObject({
    name: z.string().min(1),
    bias: z.number(),
    scale: z.number().positive(),
    steps: z.array(z.int().min(0).max(BUCKETS)),
    weights: z.array(z.int().min(-127).max(127)),
  })
  .refine((c) => c.steps.length === c.weights.length, { message: 'as many steps as weights' })

const weightsFile: z.ZodType<Weights> = z.strictObject({
  examples: z.string(),
  high: share,
  watch: share,
  danger: storedClass,
  types: z.array(storedClass),
})

/** What `hearth train` built. `bad_data` names the field that does not fit. */
export function loadWeights(path: string): Promise<Weights> {
  return readYaml(path, weightsFile)
}

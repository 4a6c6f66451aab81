import { z } from 'zod'
import type { FactType } from '../conditions/fact-types.ts'
import { INDICATORS } from '../indicators.ts'
import type { ModelSource } from './build-model.ts'
import { GRADES } from './model.ts'

/** The file format hearth-assessment/1: data/assessment/*.yaml as it is parsed. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const region = z.string().regex(/^\d{6}$/)
const points = z.int().min(0)

const factType: z.ZodType<FactType> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['boolean', 'number', 'money', 'text', 'day']) }),
  z.strictObject({ type: z.enum(['choice', 'choices']), of: z.array(z.string()).min(1) }),
])

export const modelFile = z.strictObject({
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

/** The model as a file has it; its conditions are still texts. */
export function modelSource(file: z.infer<typeof modelFile>): ModelSource {
  const { format: _format, valid_from, out_of, ...rest } = file
  return { ...rest, validFrom: valid_from, outOf: out_of }
}

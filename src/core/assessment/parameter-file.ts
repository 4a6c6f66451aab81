import { z } from 'zod'
import type { Parameter, Parameters } from './parameters.ts'

/** The file format hearth-parameters/1: data/parameters/*.yaml as it is parsed. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const region = z.string().regex(/^\d{6}$/)

export const parameterFile = z.strictObject({
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

export function parametersIn({ region, parameters }: z.infer<typeof parameterFile>): Parameters {
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

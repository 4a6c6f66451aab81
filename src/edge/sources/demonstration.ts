import { join } from 'node:path'
import { z } from 'zod'
import { ROLES } from '../../core/people/role.ts'
import { readYaml } from './read-yaml.ts'

const schema = z.strictObject({
  format: z.literal('hearth-demonstration/1'),
  surnames: z.array(z.string()).min(1),
  titles: z.array(z.string()).min(1),
  staff: z.array(
    z.strictObject({
      login: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      street: z.string().optional(),
      /** On duty: sees also what has no street yet (人工分派). */
      duty: z.boolean().default(false),
    }),
  ),
  profiles: z
    .array(
      z.strictObject({
        id: z.string(),
        weight: z.int().min(1),
        /** The question at which this person stops writing. */
        stops_at: z.string().optional(),
        /** What the person writes at each question; the rest comes from name, phone and place. */
        answers: z.record(z.string(), z.string()),
      }),
    )
    .min(1),
})

/** Invented people (样例数据) for trying the house out. */
export type Demonstration = z.infer<typeof schema>

export const loadDemonstration = (data: string): Promise<Demonstration> =>
  readYaml(join(data, 'demonstration', 'residents.yaml'), schema)

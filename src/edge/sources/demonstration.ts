import { join } from 'node:path'
import { z } from 'zod'
import { ROLES } from '../../core/people/role.ts'
import { readYaml } from './read-yaml.ts'

const schema = z.strictObject({
  format: z.literal('hearth-demonstration/1'),
  /** Deeds of colleagues, by login. */
  desk: z.strictObject({
    note: z.strictObject({ by: z.string(), to: z.string(), text: z.string() }),
    transfer: z.strictObject({ by: z.string(), street: z.string(), note: z.string() }),
    confirm: z.strictObject({ by: z.string(), note: z.string() }),
  }),
  surnames: z.array(z.string()).min(1),
  titles: z.array(z.string()).min(1),
  given: z.array(z.string()).min(1),
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
  /** The first people to come, in the street of the adviser who is signed in by himself. */
  cast: z.array(
    z.strictObject({ profile: z.string(), name: z.string(), minutes_ago: z.int().min(1) }),
  ),
  profiles: z
    .array(
      z.strictObject({
        id: z.string(),
        /** How many of the others are like this; 0 = only the cast. */
        weight: z.int().min(0),
        /** The first message, where it is not a greeting. */
        opens: z.string().optional(),
        /** The question at which this person stops writing. */
        stops_at: z.string().optional(),
        /** What the person writes at each question, or several to draw from; the rest comes from name, phone and place. */
        answers: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
      }),
    )
    .min(1),
})

/** Invented people (样例数据) for trying the house out. */
export type Demonstration = z.infer<typeof schema>

export const loadDemonstration = (data: string): Promise<Demonstration> =>
  readYaml(join(data, 'demonstration', 'residents.yaml'), schema)

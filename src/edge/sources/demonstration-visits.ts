import { join } from 'node:path'
import { z } from 'zod'
import { SERVICE_TYPES } from '../../core/casework/service-lists.ts'
import { readYaml } from './read-yaml.ts'

const of = { id: z.guid(), case: z.int().min(0) }

const schema = z.strictObject({
  format: z.literal('hearth-demonstration-visits/1'),
  /** Login of the adviser whose cases these are. */
  of: z.string(),
  /** Login of who leads the street. */
  lead: z.string(),
  services: z.array(
    z.strictObject({
      ...{ ...of, type: z.enum(SERVICE_TYPES), days_ago: z.int().min(0), minutes: z.int() },
      words: z.string(),
    }),
  ),
  follow_ups: z.array(
    z.strictObject({ ...of, in_days: z.int(), answer: z.string().nullable(), reason: z.string() }),
  ),
  reminder: z.strictObject({ ...of, words: z.string() }),
  complaint: z.strictObject({ ...of, words: z.string() }),
})

/** Visits, services and a reminder of invented people (样例数据). */
export const loadDemonstrationVisits = (data: string): Promise<z.infer<typeof schema>> =>
  readYaml(join(data, 'demonstration', 'visits.yaml'), schema)

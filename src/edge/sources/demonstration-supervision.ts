import { join } from 'node:path'
import { z } from 'zod'
import { readYaml } from './read-yaml.ts'

const verdict = z.strictObject({ score: z.int().min(0).max(100), comment: z.string() })

const file = z.strictObject({
  format: z.literal('hearth-demonstration-supervision/1'),
  of: z.string(),
  lead: z.string(),
  sample: z.guid(),
  returned: verdict,
  passed: verdict,
  registered_on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  unregistered: z.array(z.string()),
  key: z.strictObject({ id: z.guid(), case: z.int().min(0), why: z.string() }),
})

export type DemonstrationSupervision = z.infer<typeof file>

/** Verdicts, registrations and a key household of the invented district. */
export function loadDemonstrationSupervision(data: string): Promise<DemonstrationSupervision> {
  return readYaml(join(data, 'demonstration', 'supervision.yaml'), file)
}

import { join } from 'node:path'
import { z } from 'zod'
import { AID_CAUSES } from '../../core/casework/aid.ts'
import { readYaml } from './read-yaml.ts'

const Words = z.string().min(1).max(200)
const Yuan = z.int().positive()
const Sample = { id: z.guid(), case: z.int().min(0) }

const OutsideFile = z.strictObject({
  format: z.literal('hearth-demonstration-outside/1'),
  ...{ of: z.string(), second: z.string(), lead: z.string() },
  cash: z.strictObject({ id: z.guid(), limit: Yuan, put: Yuan }),
  aid: z.strictObject({ ...Sample, cause: z.enum(AID_CAUSES), words: Words, amount: Yuan }),
  referral: z.strictObject({ ...Sample, partner: z.string(), ask: Words, consent: Words }),
  subtask: z.strictObject({ ...Sample, department: z.string(), ask: Words }),
})

export type DemonstrationOutside = z.infer<typeof OutsideFile>

/** Reads data/demonstration/outside.yaml. Throws bad_data. */
export function loadDemonstrationOutside(data: string): Promise<DemonstrationOutside> {
  return readYaml(join(data, 'demonstration', 'outside.yaml'), OutsideFile)
}

import { join } from 'node:path'
import { z } from 'zod'
import { DEPARTMENTS, VOTES } from '../../core/casework/consultation.ts'
import { TIERS } from '../../core/casework/plan.ts'
import { readYaml } from './read-yaml.ts'

const schema = z.strictObject({
  format: z.literal('hearth-demonstration-plans/1'),
  /** Login of the adviser whose cases these are. */
  of: z.string(),
  /** Login of who approved what is in force. */
  lead: z.string(),
  plans: z.array(
    z.strictObject({
      ...{ id: z.guid(), case: z.int().min(0), template: z.string(), needs: z.array(z.string()) },
      ...{ tier: z.enum(TIERS), state: z.enum(['in_force', 'submitted']) },
    }),
  ),
  consultation: z.strictObject({
    ...{ id: z.guid(), case: z.int().min(0), question: z.string(), minutes: z.string() },
    needs: z.array(z.string()),
    members: z.array(
      z.strictObject({
        ...{ id: z.guid(), department: z.enum(DEPARTMENTS), name: z.string() },
        login: z.string().nullable(),
      }),
    ),
    materials: z.array(
      z.strictObject({
        ...{ id: z.guid(), title: z.string(), words: z.string() },
        audience: z.enum(['all', 'street', ...DEPARTMENTS]),
      }),
    ),
    /** Of the last member, who has no account. */
    opinion: z.strictObject({ vote: z.enum(VOTES), words: z.string() }),
  }),
})

export type DemonstrationPlans = z.infer<typeof schema>

/** Reads data/demonstration/plans.yaml; throws bad_data. */
export const loadDemonstrationPlans = (data: string): Promise<DemonstrationPlans> =>
  readYaml(join(data, 'demonstration', 'plans.yaml'), schema)

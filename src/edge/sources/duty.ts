import { z } from 'zod'
import { type EscalationStep, LEVELS } from '../../core/routing/escalation.ts'
import { MINUTE } from '../../core/time.ts'
import { readYaml } from './read-yaml.ts'

const DutyFile = z.strictObject({
  format: z.literal('hearth-duty/1'),
  steps: z
    .array(z.strictObject({ level: z.enum(LEVELS), after: z.string().regex(/^\d{1,4}min$/) }))
    .min(1),
  partners: z.array(
    z.strictObject({
      name: z.string().min(1),
      district: z.string().regex(/^\d{6}$/),
      phone: z.string().regex(/^\d{5,15}$/),
    }),
  ),
})

export type DutyPlan = {
  readonly steps: readonly EscalationStep[]
  readonly partners: z.infer<typeof DutyFile>['partners']
}

/** Reads data/duty/<name>.yaml. */
export async function loadDuty(path: string): Promise<DutyPlan> {
  const { steps, partners } = await readYaml(path, DutyFile)
  return {
    steps: steps.map(({ level, after }) => ({ level, after: Number.parseInt(after, 10) * MINUTE })),
    partners,
  }
}

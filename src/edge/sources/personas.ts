import { join } from 'node:path'
import { z } from 'zod'
import type { Persona } from '../../core/dialog/rehearse/persona.ts'
import { storedTalkSchema } from '../../core/dialog/rehearse/stored-talk.ts'
import { readYaml } from './read-yaml.ts'

const file = z.strictObject({
  format: z.literal('hearth-personas/1'),
  /** What everybody writes where the own answers are silent. */
  standard: z.record(z.string(), z.string()),
  personas: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z_]+$/),
        name: z.string().min(1),
        about: z.string().min(1),
        street: z
          .string()
          .regex(/^\d{9}$/)
          .optional(),
        file: storedTalkSchema.shape.file,
        opens: z.string().optional(),
        stops_at: z.string().optional(),
        answers: z.record(z.string(), z.string()),
      }),
    )
    .min(1),
})

/** Invented people for rehearsals, each with what the household's file would hold. */
export async function loadPersonas(data: string): Promise<readonly Persona[]> {
  const { standard, personas } = await readYaml(join(data, 'demonstration', 'personas.yaml'), file)
  return personas.map((each) => ({ ...each, answers: { ...standard, ...each.answers } }))
}

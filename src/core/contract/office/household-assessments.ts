import { z } from 'zod'
import { At, Points } from '../desk/fields.ts'

const Verdict = z.boolean().nullable().describe('Deprived; null = not known.')

/** Every assessment of a household, oldest first, with what changed. */
export const AssessmentsView = z
  .strictObject({
    now: z.string().nullable().describe('Id of the one that counts.'),
    steps: z
      .array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['first_pass', 'confirmed', 'again']),
          number: z.string().nullable().describe('Case; null = made without one.'),
          at: At,
          by: z.string().nullable().describe('null = the bot.'),
          model: z.string(),
          points: Points,
          grade: z.string().nullable().describe('null = open.'),
          indicators: z
            .array(z.strictObject({ code: z.string(), name: z.string(), value: Verdict }))
            .readonly(),
          dimensions: z
            .array(z.strictObject({ name: z.string(), low: z.int(), high: z.int(), most: z.int() }))
            .readonly()
            .describe('Points: sure, possible, at most.'),
          changed: z
            .array(z.strictObject({ code: z.string(), from: Verdict, to: Verdict }))
            .readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'OfficeAssessments' })
